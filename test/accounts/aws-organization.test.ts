import { AwsOrganization } from '../../lib/accounts/aws/aws-organization';
import { FakeAws, jsonError, ok, type Answer, type Call } from '../support/aws/fake-aws';

/** Operations answered by name; every other one throws. */
function organizationOf(answers: Readonly<Record<string, (call: Call) => Answer>>) {
  const aws = new FakeAws({
    organizations: (call) => {
      const answer = answers[call.action];
      if (answer === undefined) throw new Error(`unexpected call: ${call.action}`);
      return answer(call);
    },
  });
  const pauses: number[] = [];
  const patience = {
    now: () => 0,
    random: () => 0.5,
    wait: (ms: number) => Promise.resolve(void pauses.push(ms)),
  };
  const count = (action: string) => aws.calls.filter((call) => call.action === action).length;
  return { aws, pauses, count, organization: new AwsOrganization(aws.options(), patience) };
}

test.each(['ConcurrentModificationException', 'TooManyRequestsException'])(
  '%s is repeated after growing pauses until AWS agrees',
  async (exception) => {
    let refusals = 8;
    const { organization, pauses } = organizationOf({
      MoveAccount: () => (refusals-- > 0 ? jsonError(exception) : ok({})),
    });
    await organization.move('111111111111', 'r-1', 'ou-1');
    expect(refusals).toBeLessThan(0);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.length).toBeGreaterThan(0);
  },
);

test('policies are put over units one after another, however long AWS takes to spread each', async () => {
  let refusals = 3;
  const { organization, count } = organizationOf({
    AttachPolicy: () => (refusals-- > 0 ? jsonError('PolicyChangesInProgressException') : ok({})),
  });
  await organization.attach('p-1', 'ou-1');
  expect(count('AttachPolicy')).toBe(4);
});

test('what stays throttled ends in AWS’s own words, not in endless tries', async () => {
  const { organization, pauses } = organizationOf({ MoveAccount: () => jsonError('TooManyRequestsException') });
  await expect(organization.move('111111111111', 'r-1', 'ou-1')).rejects.toMatchObject({
    name: 'TooManyRequestsException',
  });
  expect(pauses).toHaveLength(9);
});

test('a move that was made already is none', async () => {
  const { organization } = organizationOf({ MoveAccount: () => jsonError('DuplicateAccountException') });
  await expect(organization.move('111111111111', 'r-1', 'ou-1')).resolves.toBeUndefined();
});

test('an account is asked for with its tag and without access to bills', async () => {
  const { organization, aws } = organizationOf({
    CreateAccount: () => ok({ CreateAccountStatus: { Id: 'car-1', AccountName: 'one', State: 'IN_PROGRESS' } }),
  });
  const wish = { email: 'a@example.com', name: 'one', tags: { 'gameday:pool': 'gameday' } };
  expect(await organization.requestAccount(wish)).toEqual({ requestId: 'car-1', name: 'one', state: 'IN_PROGRESS' });
  expect(JSON.parse(aws.calls[0]!.body)).toEqual({
    Email: 'a@example.com',
    AccountName: 'one',
    IamUserAccessToBilling: 'DENY',
    Tags: [{ Key: 'gameday:pool', Value: 'gameday' }],
  });
});

test.each([
  ['ConstraintViolationException', { Reason: 'ACCOUNT_NUMBER_LIMIT_EXCEEDED' }, 'ACCOUNT_NUMBER_LIMIT_EXCEEDED'],
  ['FinalizingOrganizationException', {}, 'FINALIZING_ORGANIZATION'],
  ['ConcurrentModificationException', {}, 'CONCURRENT_ACCOUNT_MODIFICATION'],
  ['TooManyRequestsException', {}, 'TOO_MANY_REQUESTS'],
])('%s of CreateAccount is a request that failed at once', async (exception, more, failure) => {
  const { organization } = organizationOf({ CreateAccount: () => jsonError(exception, more) });
  expect(await organization.requestAccount({ email: 'a@example.com', name: 'one', tags: {} })).toMatchObject({
    state: 'FAILED',
    failure,
  });
});

test('a refused close is told by its code', async () => {
  const { organization } = organizationOf({
    CloseAccount: () => jsonError('ConstraintViolationException', { Reason: 'CLOSE_ACCOUNT_QUOTA_EXCEEDED' }),
  });
  expect(await organization.close('111111111111')).toBe('CLOSE_ACCOUNT_QUOTA_EXCEEDED');
});

test('without an organization, or without permission, it is told what to do', async () => {
  const none = organizationOf({ DescribeOrganization: () => jsonError('AWSOrganizationsNotInUseException') });
  await expect(none.organization.describe()).rejects.toMatchObject({
    code: 'OrganizationUnfit',
    hint: expect.stringContaining('create-organization') as string,
  });
  const denied = organizationOf({ DescribeOrganization: () => jsonError('AccessDeniedException') });
  await expect(denied.organization.describe()).rejects.toMatchObject({
    hint: expect.stringContaining('--management-profile') as string,
  });
});

test('every page of accounts is read, and an account’s state is preferred to its outdated status', async () => {
  const { organization } = organizationOf({
    ListAccounts: ({ body }) =>
      body.includes('NextToken')
        ? ok({
            Accounts: [{ Id: '2', Name: 'two', Email: 'b@example.com', Status: 'ACTIVE', State: 'PENDING_ACTIVATION' }],
          })
        : ok({ Accounts: [{ Id: '1', Name: 'one', Email: 'a@example.com', Status: 'ACTIVE' }], NextToken: 'more' }),
  });
  expect((await organization.accounts()).map(({ id, status }) => [id, status])).toEqual([
    ['1', 'ACTIVE'],
    ['2', 'PENDING_ACTIVATION'],
  ]);
});

test('a request that AWS has forgotten has failed, so that its account is asked for anew', async () => {
  const { organization } = organizationOf({
    DescribeCreateAccountStatus: () => jsonError('CreateAccountStatusNotFoundException'),
  });
  expect(await organization.creation('car-1')).toMatchObject({ requestId: 'car-1', state: 'FAILED' });
});
