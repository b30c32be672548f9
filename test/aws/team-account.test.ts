import { TeamAccounts } from '../../lib/aws/team-account';
import { FakeAccounts } from '../support/aws/fake-accounts';
import { FakeAws, ok, type Call } from '../support/aws/fake-aws';
import { START } from '../support/builders';
import { refusal } from '../support/refusal';

function teamStack(outputs: Readonly<Record<string, string>>) {
  const accounts = new FakeAccounts(() => START);
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  const stack =
    '<StackName>Arena</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-12-10T08:00:00Z</CreationTime>';
  const answers: Readonly<Record<string, (call: Call) => ReturnType<typeof ok>>> = {
    sts: accounts.sts,
    cloudformation: ({ body }) => {
      expect(new URLSearchParams(body).get('StackName')).toBe('Arena');
      return ok(
        `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>${stack}<Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
      );
    },
    secretsmanager: ({ body }) => {
      expect(JSON.parse(body)).toEqual({ SecretId: 'arn:key' });
      return ok({ SecretString: 'pearl' });
    },
  };
  return new TeamAccounts(new FakeAws(answers).options(), () => START);
}

test('a team is found by its stack: the address without a trailing slash, and the key that its answers are signed with', async () => {
  const accounts = teamStack({ Address: 'http://front.example.com/', SigningKeyArn: 'arn:key' });
  expect(await accounts.address('111111111111')).toEqual({ url: 'http://front.example.com', signingKey: 'pearl' });
});

test.each([
  ['its address', { SigningKeyArn: 'arn:key' }, 'no output Address'],
  ['its key', { Address: 'http://front.example.com' }, 'no output SigningKeyArn'],
])('a stack that does not tell %s is that account’s failure', async (_what, outputs, message) => {
  const accounts = teamStack(outputs);
  await expect(accounts.address('111111111111')).rejects.toEqual(refusal('AccountUnreadable', message));
});
