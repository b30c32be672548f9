import { accountView } from '../../lib/aws/account-view';
import { TeamAccounts } from '../../lib/aws/team-account';
import { teamResources } from '../../lib/aws/team-resources';
import { ok, xmlError } from '../support/aws/fake-aws';
import { ScorerRig } from '../support/aws/scorer-rig';
import { START } from '../support/builders';

const ACCOUNT = '111111111111';
const team = { id: 'blue', name: 'Blue Whales', account: ACCOUNT };
const unhurried = new AbortController().signal;
const opened = (rig: ScorerRig) => new TeamAccounts(rig.aws.options(), () => rig.now);

test('everything that costs money in an account is listed, each address once', async () => {
  const rig = new ScorerRig();
  const resources = await teamResources(opened(rig), ACCOUNT, START, unhurried);
  expect(resources).toEqual([
    { kind: 'instance', id: 'i-0', type: 't3.micro', zone: 1, surplusCreditsPerHour: 0 },
    { kind: 'volume', id: 'vol-1', type: 'gp3', gib: 8 },
    { kind: 'address', id: '198.51.100.7' },
    { kind: 'address', id: '198.51.100.8' },
    { kind: 'task', id: 'arn:task', processor: 'x86', vcpu: 0.25, memoryGib: 0.5, zone: 0 },
    { kind: 'load-balancer', id: expect.stringContaining('loadbalancer/app/front/1') as string, type: 'application' },
    { kind: 'table', id: 'bookings', mode: 'provisioned', readUnits: 5, writeUnits: 5 },
  ]);
});

test('spend is the price of all of it; a type without a price is flagged as the account’s', async () => {
  const rig = new ScorerRig();
  const view = accountView(opened(rig), () => rig.now);
  const before = await view.spend(team);
  // Instance, volume, two addresses, a quarter of a vCPU with half a GiB, load balancer, five units each way.
  const usdPerHour = 0.0114 + 0.001 + 2 * 0.005 + 0.0101 + 0.0022 + 0.0252 + 5 * 0.00088;
  expect(before).toEqual({ usdPerHour: expect.closeTo(usdPerHour, 3) as number, flags: [] });
  rig.accounts.set(ACCOUNT, ['t3.micro', 'x9.huge']);
  const after = await view.spend(team);
  expect(after.flags).toEqual(['account: no price for instance type "x9.huge"']);
  expect(after.usdPerHour).toBeGreaterThan(before.usdPerHour);
});

test('a task on Graviton is priced as such', async () => {
  const rig = new ScorerRig();
  const spend = () => accountView(opened(rig), () => rig.now).spend(team);
  const { usdPerHour: before } = await spend();
  rig.accounts.taskArchitecture = 'arm64';
  const { usdPerHour: after } = await spend();
  // A quarter of a vCPU and half a GiB: https://aws.amazon.com/fargate/pricing/
  expect(before - after).toBeCloseTo(0.25 * (0.04048 - 0.03238) + 0.5 * (0.004445 - 0.00356), 9);
});

test.each([
  ['clusters', 'ListClusters', { clusterArns: ['arn:cluster'] }, { nextToken: 'more' }],
  ['tables', 'ListTables', { TableNames: ['bookings'] }, { LastEvaluatedTableName: 'bookings' }],
])('an account with thousands of %s is looked at no longer than it may', async (_what, action, page, more) => {
  const rig = new ScorerRig();
  const timeOver = new AbortController();
  let pages = 0;
  rig.aws.fail(
    (call) => call.action === action,
    20,
    () => {
      pages += 1;
      if (pages === 3) timeOver.abort();
      return ok({ ...page, ...(pages < 20 ? more : {}) });
    },
  );
  await expect(teamResources(opened(rig), ACCOUNT, START, timeOver.signal)).rejects.toThrow('in time');
  expect(pages).toBe(3);
});

test('a role is assumed once for many calls, again when it is about to end, and by nobody else', async () => {
  const rig = new ScorerRig();
  const accounts = opened(rig);
  const assumed = (): number => rig.aws.calls.filter(({ action }) => action === 'AssumeRole').length;
  await Promise.all([
    teamResources(accounts, ACCOUNT, START, unhurried),
    teamResources(accounts, ACCOUNT, START, unhurried),
  ]);
  expect(assumed()).toBe(1);
  await teamResources(accounts, '222222222222', START, unhurried);
  expect(assumed()).toBe(2);
  expect(rig.aws.calls.filter(({ service }) => service === 'ec2').map(({ accessKey }) => accessKey)).not.toContain(
    'AKIAORGANIZER',
  );
});

test('a refused role is asked for once in a tick, and anew a minute later', async () => {
  const rig = new ScorerRig();
  const accounts = opened(rig);
  rig.accounts.denied.add(ACCOUNT);
  await expect(teamResources(accounts, ACCOUNT, START, unhurried)).rejects.toThrow('AccessDenied');
  await expect(teamResources(accounts, ACCOUNT, START, unhurried)).rejects.toThrow('AccessDenied');
  expect(rig.aws.calls.map(({ action }) => action)).toEqual(['AssumeRole']);
  rig.accounts.denied.clear();
  rig.now += 60_000;
  await expect(teamResources(accounts, ACCOUNT, START, unhurried)).resolves.toHaveLength(7);
});

test('requests of all load balancers are counted by minute', async () => {
  const rig = new ScorerRig();
  const balancer = [{ Name: 'LoadBalancer', Value: 'app/front/1' }];
  const { metrics } = rig.accounts.get(ACCOUNT);
  metrics.add('AWS/ApplicationELB', 'RequestCount', balancer, START, 60);
  metrics.add('AWS/ApplicationELB', 'RequestCount', balancer, START + 60_000, 70);
  const view = accountView(opened(rig), () => rig.now);
  const requests = await view.balancerRequests(team, { from: START, to: START + 120_000 });
  expect([...requests]).toEqual([
    [START, 60],
    [START + 60_000, 70],
  ]);
});

test.each([
  ['as many as were sent are not worth a word', 60, []],
  [
    'a team that swapped its load balancer is flagged',
    0,
    ['account: load balancers took fewer requests than were answered'],
  ],
  [
    'traffic of its own that dilutes errors is flagged',
    5000,
    ['account: load balancers took far more requests than were sent'],
  ],
])('requests at the load balancer: %s', async (_what, count, flags) => {
  const rig = new ScorerRig();
  const balancer = [{ Name: 'LoadBalancer', Value: 'app/front/1' }];
  for (let minute = 0; minute < 10; minute += 1) {
    const { metrics } = rig.accounts.get(ACCOUNT);
    metrics.add('AWS/ApplicationELB', 'RequestCount', balancer, START + minute * 60_000, count);
  }
  await rig.measure(0, 600);
  await rig.tick(725);
  expect(rig.kept('blue')[4]?.flags).toEqual(flags);
  expect(rig.points()).toEqual(rig.localPoints());
});

test('metrics of one account refused: the round has its spend, and the account is flagged no further', async () => {
  const rig = new ScorerRig();
  rig.aws.fail(
    ({ service, accessKey }) => service === 'monitoring' && accessKey.startsWith('ASIA'),
    99,
    () => xmlError('AccessDenied'),
  );
  await rig.measure(0, 600);
  await rig.tick(725);
  expect(rig.kept('blue')[9]).toMatchObject({ spendUsdPerHour: expect.any(Number) as number, flags: [] });
  expect(rig.points()).toEqual(rig.localPoints());
});
