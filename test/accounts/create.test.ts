import { creationWork } from '../../lib/accounts/create';
import type { PoolPolicy } from '../../lib/accounts/pool-policy';
import { setUpPool } from '../../lib/accounts/pool-setup';
import { planCreation } from '../../lib/accounts/slots';
import { workOnAccounts, type AccountResult } from '../../lib/accounts/work';
import type { Io } from '../../lib/core/io';
import { FakeOrganization } from './fake-organization';

const pool = 'gameday';
const email = 'aws+{n}@example.com';
const policies: readonly PoolPolicy[] = [
  { name: 'gameday-gameday-plane', description: 'plane', appliesTo: 'pool', text: '{"a":1}' },
  { name: 'gameday-gameday-freeze', description: 'freeze', appliesTo: ['frozen', 'quarantine'], text: '{"b":1}' },
];
const silent: Io = {
  result: () => undefined,
  notify: () => undefined,
  progress: () => undefined,
  confirm: () => Promise.resolve(true),
};

/** What `gameday accounts create` does, as one process. */
async function create(fake: FakeOrganization, wanted: number, concurrency = 1): Promise<readonly AccountResult[]> {
  const ports = fake.ports();
  await setUpPool(ports.organization, pool, policies, undefined);
  const plan = planCreation(pool, await ports.records.list(pool), wanted, email, ports.now());
  return workOnAccounts(creationWork(ports, plan), { concurrency, signal: new AbortController().signal }, silent);
}

/** What matters at the end: who is where, with what in it, by which record. */
const endState = (fake: FakeOrganization) => ({
  accounts: [...fake.accounts.values()]
    .map(({ id, email: address, tags }) => [address, tags, fake.unitNameOf(id)])
    .sort(),
  prepared: [...fake.accounts.values()].every(({ baselines, bootstraps }) => baselines > 0 && bootstraps > 0),
  records: [...fake.kept.values()].map(({ slot, email: address, state, step, lastError, account }) => ({
    ...{ slot, address, state, step, lastError },
    known: fake.accounts.get(account ?? '')?.email,
  })),
  policies: [...fake.policies.values()],
  attached: [...fake.attached].sort(),
});

const undisturbed = async (wanted: number) => {
  const fake = new FakeOrganization();
  await create(fake, wanted);
  return fake;
};

test('accounts are created under their addresses, tagged, guarded, prepared, and available', async () => {
  const fake = await undisturbed(2);
  expect(endState(fake)).toMatchObject({
    accounts: [
      ['aws+1@example.com', { 'gameday:pool': pool }, 'Available'],
      ['aws+2@example.com', { 'gameday:pool': pool }, 'Available'],
    ],
    prepared: true,
    attached: [
      `p-1 ${fake.unitId('GameDay-gameday')}`,
      `p-2 ${fake.unitId('Frozen')}`,
      `p-2 ${fake.unitId('Quarantine')}`,
    ].sort(),
  });
  expect([...fake.kept.values()].map(({ history }) => history.map(({ state }) => state))).toEqual([
    ['requested', 'creating', 'entry', 'available'],
    ['requested', 'creating', 'entry', 'available'],
  ]);
});

test('a second run changes nothing', async () => {
  const fake = await undisturbed(2);
  const { changes } = fake;
  expect(await create(fake, 2)).toEqual([]);
  expect(fake.changes).toBe(changes);
});

test.each([
  ['before it did anything', false],
  ['after it did its work, its answer lost', true],
])(
  'killed at any call, %s, the next run comes to the same end and no account is lost or doubled',
  async (_when, late) => {
    const reference = await undisturbed(2);
    const expected = endState(reference);
    for (let killAt = 1; killAt <= reference.calls; killAt += 1) {
      const fake = new FakeOrganization();
      Object.assign(fake, { killAt, killsLate: late });
      await create(fake, 2).catch(() => undefined);
      fake.revive();
      await create(fake, 2);
      expect({ killAt, ...endState(fake) }).toEqual({ killAt, ...expected });
    }
  },
);

test('several at a time, killed at any call, come to the same accounts as well', async () => {
  const reference = await undisturbed(3);
  const addresses = endState(reference).accounts;
  for (let killAt = 1; killAt <= reference.calls; killAt += 3) {
    const fake = new FakeOrganization();
    Object.assign(fake, { killAt, killsLate: true });
    await create(fake, 3, 3).catch(() => undefined);
    fake.revive();
    await create(fake, 3, 3);
    expect({ killAt, accounts: endState(fake).accounts }).toEqual({ killAt, accounts: addresses });
  }
});

test.each(['CONCURRENT_ACCOUNT_MODIFICATION', 'INTERNAL_FAILURE', 'TOO_MANY_REQUESTS'])(
  '%s is asked again after a pause',
  async (failure) => {
    const fake = new FakeOrganization();
    fake.outcomes.push(failure, failure);
    expect(await create(fake, 1)).toMatchObject([{ outcome: 'done', record: { state: 'available' } }]);
    expect(fake.requests).toHaveLength(3);
    expect(fake.accounts.size).toBe(1);
  },
);

test('a failure that never passes ends in a record that says why, and the next run goes on', async () => {
  const fake = new FakeOrganization();
  fake.outcomes.push(...Array<string>(5).fill('INTERNAL_FAILURE'));
  expect(await create(fake, 1)).toMatchObject([{ outcome: 'failed' }]);
  expect(fake.kept.get(1)).toMatchObject({
    state: 'creating',
    lastError: expect.stringContaining('INTERNAL_FAILURE') as string,
  });
  expect(await create(fake, 1)).toMatchObject([{ outcome: 'done' }]);
  expect(fake.kept.get(1)?.lastError).toBeUndefined();
});

test('at the limit of accounts nothing more is asked for, and the way to raise it is told', async () => {
  const fake = new FakeOrganization();
  fake.outcomes.push('', 'ACCOUNT_LIMIT_EXCEEDED');
  const results = await create(fake, 4, 4);
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'failed', 'failed']);
  expect(fake.requests).toHaveLength(2);
  expect(results[1]).toMatchObject({ next: expect.stringContaining('--quota-code L-29A0C5DF') as string });
});

test('an organization that AWS is still making is waited for by the organizer', async () => {
  const fake = new FakeOrganization();
  fake.outcomes.push('FINALIZING_ORGANIZATION');
  expect(await create(fake, 2)).toMatchObject([
    { outcome: 'failed', next: expect.stringContaining('in an hour') as string },
    { outcome: 'failed' },
  ]);
  expect(fake.requests).toHaveLength(1);
});

test('an address of an account elsewhere is told, and corrected in the event file it is asked for anew', async () => {
  const fake = new FakeOrganization();
  fake.taken.add('aws+1@example.com');
  expect(await create(fake, 1)).toMatchObject([
    {
      outcome: 'failed',
      message: expect.stringContaining('EMAIL_ALREADY_EXISTS') as string,
      next: expect.stringContaining('accounts: email') as string,
    },
  ]);
  expect(fake.accounts.size).toBe(0);
  const { resumed } = planCreation(pool, [...fake.kept.values()], 1, 'other+{n}@example.com', 0);
  expect(resumed).toMatchObject([{ slot: 1, email: 'other+1@example.com' }]);
});

test('an account of the organization with the address is taken over only where it carries the pool’s tag', async () => {
  const tagged = new FakeOrganization();
  tagged.add('111111111111', { email: 'AWS+1@example.com', tags: { 'gameday:pool': pool } });
  expect(await create(tagged, 1)).toMatchObject([{ outcome: 'done', record: { account: '111111111111' } }]);
  expect(tagged.requests).toHaveLength(0);

  const foreign = new FakeOrganization();
  foreign.add('111111111111', { email: 'aws+1@example.com' });
  expect(await create(foreign, 1)).toMatchObject([
    { outcome: 'failed', next: expect.stringContaining('accounts adopt 111111111111') as string },
  ]);
  expect(foreign.accounts.get('111111111111')).toMatchObject({ parent: 'r-1', baselines: 0 });
});

test('an account that cannot be entered says so, waits in Entry, and is not available', async () => {
  const fake = new FakeOrganization();
  fake.locked = true;
  expect(await create(fake, 1)).toMatchObject([
    { outcome: 'failed', message: expect.stringContaining('OrganizationAccountAccessRole') as string },
  ]);
  expect(endState(fake).accounts).toMatchObject([['aws+1@example.com', {}, 'Entry']]);
  fake.locked = false;
  expect(await create(fake, 1)).toMatchObject([{ outcome: 'done', record: { state: 'available' } }]);
});

test('the slot of a closed account is never used again', async () => {
  const fake = await undisturbed(2);
  const records = [...fake.kept.values()].map((record) =>
    record.slot === 2 ? { ...record, state: 'closed' as const } : record,
  );
  expect(planCreation(pool, records, 2, email, 0)).toMatchObject({
    resumed: [],
    added: [{ slot: 3, email: 'aws+3@example.com' }],
  });
});
