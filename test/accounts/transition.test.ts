import type { AccountRecord } from '../../lib/accounts/account-record';
import { adoptionWork, planAdoption } from '../../lib/accounts/adopt';
import { closingWork } from '../../lib/accounts/close';
import { examinePool } from '../../lib/accounts/examine-pool';
import { setUpPool } from '../../lib/accounts/pool-setup';
import { transition } from '../../lib/accounts/transition';
import { FakeOrganization, management, organizer } from './fake-organization';

const pool = 'gameday';
const team = '111111111111';
const tags = { 'gameday:pool': pool };
const quiet = () => undefined;

/** A pool with one account that is available. */
async function aPool() {
  const fake = new FakeOrganization();
  const ports = fake.ports();
  fake.add(management);
  fake.add(organizer);
  await setUpPool(ports.organization, pool, [], undefined);
  fake.add(team);
  const [adoption] = await planAdoption(ports, pool, [team]);
  const record = await adoptionWork(ports, adoption!).run(quiet);
  return { fake, ports, record };
}
const examine = ({ ports }: Awaited<ReturnType<typeof aPool>>) =>
  examinePool(ports, { pool, policies: [], organization: undefined, concurrency: 4 });

test('an account of the organization that is adopted is tagged, prepared and available, and adopting it again changes no state', async () => {
  const { fake, ports, record } = await aPool();
  expect(record).toMatchObject({ state: 'available', account: team, slot: 1 });
  expect(fake.accounts.get(team)).toMatchObject({
    tags,
    parent: fake.unitId('Available'),
    baselines: 1,
    bootstraps: 1,
  });
  const live = await transition(ports, record, 'live', 'opened');
  const [again] = await planAdoption(ports, pool, [team]);
  expect(await adoptionWork(ports, again!).run(quiet)).toMatchObject({ state: 'live', slot: 1 });
  expect(fake.accounts.get(team)).toMatchObject({ parent: fake.unitId('Live'), baselines: 2 });
  expect(live.state).toBe('live');
});

test.each([
  ['the organizer’s own account', organizer, /organizer’s own/],
  ['the management account', management, /manages the organization/],
  ['an account of another organization', '777777777777', /not of the organization/],
  ['no account id', '123', /twelve digits/],
])('%s is never adopted', async (_what, account, why) => {
  const { ports } = await aPool();
  await expect(planAdoption(ports, pool, [account])).rejects.toMatchObject({
    code: 'AccountNotOurs',
    message: expect.stringMatching(why) as string,
  });
});

test('an account of another pool is never adopted', async () => {
  const { fake, ports } = await aPool();
  fake.add('222222222222', { tags: { 'gameday:pool': 'other' } });
  await expect(planAdoption(ports, pool, ['222222222222'])).rejects.toMatchObject({ code: 'AccountNotOurs' });
});

test('a transition moves the account and tells when and why in its record', async () => {
  const { fake, ports, record } = await aPool();
  const live = await transition(ports, record, 'live', 'opened to blue');
  expect(fake.unitNameOf(team)).toBe('Live');
  expect(live.history.at(-1)).toMatchObject({ state: 'live', why: 'opened to blue' });
  expect(fake.kept.get(1)).toEqual(live);
});

test('a transition that was cut off behind its move is finished by repeating it', async () => {
  const { fake, ports, record } = await aPool();
  fake.accounts.get(team)!.parent = fake.unitId('Live');
  expect(await transition(ports, record, 'live', 'opened')).toMatchObject({ state: 'live' });
  expect(fake.unitNameOf(team)).toBe('Live');
});

test('a live account cannot become available without being taken back', async () => {
  const { fake, ports, record } = await aPool();
  const live = await transition(ports, record, 'live', 'opened');
  await expect(transition(ports, live, 'available', 'no')).rejects.toMatchObject({ code: 'StateRefused' });
  expect(fake.unitNameOf(team)).toBe('Live');
});

test('of two who change the same record at the same moment one is refused', async () => {
  const { ports, record } = await aPool();
  await transition(ports, record, 'live', 'opened');
  await expect(transition(ports, record, 'frozen', 'shut')).rejects.toMatchObject({ code: 'RecordConflict' });
});

test.each<[string, (fake: FakeOrganization, record: AccountRecord) => AccountRecord]>([
  ['the organizer’s account', (_fake, record) => ({ ...record, account: organizer })],
  ['the management account', (_fake, record) => ({ ...record, account: management })],
  ['an account without the tag', (fake, record) => (delete fake.accounts.get(team)!.tags['gameday:pool'], record)],
  ['an account outside the units of the pool', (fake, record) => ((fake.accounts.get(team)!.parent = 'r-1'), record)],
  ['a record without an account', (_fake, { account: _account, ...record }) => record],
])('%s is not touched, whatever a record says', async (_what, spoil) => {
  const { fake, ports, record } = await aPool();
  const wrong = spoil(fake, record);
  // Even where they would be tagged and in the pool.
  for (const id of [organizer, management])
    Object.assign(fake.accounts.get(id)!, { tags, parent: fake.unitId('Live') });
  const { changes } = fake;
  await expect(transition(ports, wrong, 'frozen', 'shut')).rejects.toMatchObject({ code: 'AccountNotOurs' });
  await expect(closingWork(ports, wrong, true).run(quiet)).rejects.toMatchObject({ code: 'AccountNotOurs' });
  expect(fake.changes).toBe(changes);
});

test('an available account is closed for good, once', async () => {
  const { fake, ports, record } = await aPool();
  const closed = await closingWork(ports, record, false).run(quiet);
  expect(closed.history.slice(-2).map(({ state }) => state)).toEqual(['closing', 'closed']);
  expect(fake.accounts.get(team)?.status).toBe('SUSPENDED');
});

test('an account that was not proved clean is not closed; one in quarantine only by force', async () => {
  const { fake, ports, record } = await aPool();
  const quarantined = await transition(ports, record, 'quarantine', 'left over');
  await expect(closingWork(ports, quarantined, false).run(quiet)).rejects.toMatchObject({ code: 'StateRefused' });
  expect(fake.accounts.get(team)?.status).toBe('ACTIVE');
  expect(await closingWork(ports, quarantined, true).run(quiet)).toMatchObject({ state: 'closed' });
});

test.each(['CLOSE_ACCOUNT_QUOTA_EXCEEDED', 'CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED'])(
  '%s leaves the account to be closed by the next run',
  async (refusal) => {
    const { fake, ports, record } = await aPool();
    fake.refusesToClose = refusal;
    await expect(closingWork(ports, record, false).run(quiet)).rejects.toMatchObject({
      message: expect.stringContaining(refusal) as string,
      hint: expect.stringContaining('repeat the command') as string,
    });
    delete fake.refusesToClose;
    expect(fake.kept.get(1)?.state).toBe('closing');
    expect(await closingWork(ports, fake.kept.get(1)!, false).run(quiet)).toMatchObject({ state: 'closed' });
  },
);

test('a pool where everything is as recorded is sound', async () => {
  expect(await examine(await aPool())).toEqual([]);
});

test.each<[string, (fake: FakeOrganization) => unknown, RegExp, RegExp]>([
  [
    'an account that was moved by hand',
    (fake) => (fake.accounts.get(team)!.parent = fake.unitId('Live')),
    /unit of live, recorded as available/,
    /reclaim/,
  ],
  [
    'an account outside the pool',
    (fake) => (fake.accounts.get(team)!.parent = 'r-1'),
    /outside the pool/,
    /adopt 111111111111/,
  ],
  ['a lost tag', (fake) => delete fake.accounts.get(team)!.tags['gameday:pool'], /no tag/, /adopt 111111111111/],
  ['missing roles', (fake) => (fake.accounts.get(team)!.baselines = 0), /lacks the stack/, /adopt 111111111111/],
  ['an account without a record', (fake) => fake.kept.clear(), /without a record/, /adopt 111111111111/],
  [
    'policies that were switched off',
    (fake) => (fake.policiesOn = false),
    /switches service control policies on/,
    /create/,
  ],
  ['an account that AWS suspended', (fake) => (fake.accounts.get(team)!.status = 'SUSPENDED'), /SUSPENDED/, /close/],
])('the doctor finds %s, and tells the fix', async (_what, spoil, what, fix) => {
  const sound = await aPool();
  spoil(sound.fake);
  const { changes } = sound.fake;
  const findings = await examine(sound);
  expect(findings).toContainEqual(
    expect.objectContaining({ what: expect.stringMatching(what) as string, fix: expect.stringMatching(fix) as string }),
  );
  expect(sound.fake.changes).toBe(changes);
});

test('an organization that only shares its bill is refused, as is another one than the event file names', async () => {
  const fake = new FakeOrganization();
  const { organization } = fake.ports();
  await expect(setUpPool(organization, pool, [], 'o-other12345')).rejects.toMatchObject({ code: 'OrganizationUnfit' });
  Object.assign(fake.facts, { allFeatures: false });
  await expect(setUpPool(organization, pool, [], undefined)).rejects.toMatchObject({
    code: 'OrganizationUnfit',
    hint: expect.stringContaining('enable-all-features') as string,
  });
  expect(fake.changes).toBe(0);
});

test('a policy whose text changed is brought up to date, and one that is no longer wanted is taken from the pool', async () => {
  const { fake, ports } = await aPool();
  const policy = { name: 'gameday-gameday-plane', description: 'plane', appliesTo: 'pool', text: '{"a":1}' } as const;
  await setUpPool(ports.organization, pool, [policy], undefined);
  await setUpPool(ports.organization, pool, [{ ...policy, text: '{"a":2}' }], undefined);
  expect([...fake.policies.values()]).toEqual([{ name: policy.name, text: '{"a":2}' }]);
  expect(fake.attached.size).toBe(1);
  await setUpPool(ports.organization, pool, [], undefined);
  expect(fake.attached.size).toBe(0);
});
