import { DescribeTableCommand, DynamoDBClient, ListTablesCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { faultExecutors } from '../../lib/aws/experiments/fault-accounts';
import { isRefusal, type Executor } from '../../lib/core/experiments/executor';
import type { Fault } from '../../lib/core/experiments/fault';
import { synthesise } from '../../lib/scenarios/synth';
import { anExperiment } from '../support/an-experiment';
import { startEmulator, type Emulator } from './emulator';
import { accountState } from './experiments-state';
import { aRun, conductorRole, furnish, insideOptions, organizer, teams } from './experiments-parts';
import { roleOptions } from './roles';

let emulator: Emulator;
let executorOf: (team: string) => Executor;
beforeAll(async () => {
  emulator = await startEmulator(
    organizer,
    teams.map(({ account }) => account),
  );
  const { good } = await synthesise('rental-market');
  for (const { account } of teams) await furnish(emulator, account, good);
  const client = await roleOptions(emulator, conductorRole);
  executorOf = await faultExecutors({ teams }, { client, endpoint: emulator.url });
}, 180_000);
afterAll(() => emulator.stop());

const card = (fault: Fault) => anExperiment({ fault });

const faults: readonly Fault[] = [
  { kind: 'instance-stop', tier: 'catalogue' },
  { kind: 'zone-outage', zone: 0 },
  { kind: 'capacity-error', zone: 1 },
  { kind: 'cpu-stress', tier: 'storefront', load: 0.9 },
  { kind: 'sync-stop', tier: 'storefront' },
  { kind: 'access-lost', tier: 'bookings' },
  { kind: 'bad-deployment', tier: 'bookings' },
  { kind: 'table-throttling', table: 'bookings-table', share: 0.5 },
  { kind: 'consumer-stop', tier: 'bookings' },
];

test.each(faults.map((fault) => [fault.kind, fault] as const))(
  '%s begins in two accounts at once, is seen running, and leaves them as it found them when it is stopped',
  async (kind, fault) => {
    const before = await Promise.all(teams.map(({ account }) => accountState(emulator, account)));
    const runs = teams.map(({ id }) => aRun(`${kind}-${id}`, id));
    expect(await Promise.all(runs.map((run) => executorOf(run.team).start(run, card(fault))))).toEqual([
      'started',
      'started',
    ]);
    expect(await Promise.all(runs.map((run) => executorOf(run.team).start(run, card(fault))))).toEqual([
      'started',
      'started',
    ]);
    const during = await Promise.all(teams.map(({ account }) => accountState(emulator, account)));
    expect(during).not.toEqual(before);
    expect(during.map(({ templates }) => templates)).toEqual([0, 0]);
    for (const run of runs) {
      expect(await executorOf(run.team).state(run.run)).toEqual({ state: 'running' });
      await executorOf(run.team).stop(run.run);
      await executorOf(run.team).stop(run.run);
      expect((await executorOf(run.team).state(run.run)).state).not.toBe('running');
    }
    expect(await Promise.all(teams.map(({ account }) => accountState(emulator, account)))).toEqual(before);
  },
  60_000,
);

test.each<readonly [string, Fault, RegExp]>([
  ['a tier that does not exist', { kind: 'instance-stop', tier: 'attic' }, /no instance/],
  ['a zone that the stack does not reach', { kind: 'zone-outage', zone: 5 }, /no zone/],
  ['tasks that run no agent', { kind: 'latency', tier: 'bookings', addedMs: 500 }, /Fargate/],
  ['what AWS cannot do', { kind: 'host-loss', tier: 'catalogue' }, /no action/],
  ['a gateway that nothing is routed to', { kind: 'nat-loss' }, /nothing is routed/],
])('%s is refused with a reason, and nothing is left behind', async (_what, fault, reason) => {
  const before = await accountState(emulator, '111111111111');
  const answer = await executorOf('blue').start(aRun('refused', 'blue'), card(fault));
  expect(isRefusal(answer) ? answer.refused : answer).toMatch(reason);
  expect(await accountState(emulator, '111111111111')).toEqual(before);
});

test('a dry run names what would be hit, in the team’s own account, and changes nothing', async () => {
  const before = await accountState(emulator, '222222222222');
  const targets = await executorOf('red').resolve(aRun('dry', 'red'), card({ kind: 'zone-outage', zone: 0 }));
  expect(targets).toHaveLength(3);
  for (const target of isRefusal(targets) ? [] : targets) expect(target.name).toMatch(/:222222222222:subnet\//);
  expect(await accountState(emulator, '222222222222')).toEqual(before);
});

test('an account that met a run of the same name on an earlier day is hit again', async () => {
  const [{ account }] = teams as [(typeof teams)[number]];
  const fault: Fault = { kind: 'instance-stop', tier: 'catalogue' };
  expect(await executorOf('blue').start(aRun('again', 'blue'), card(fault))).toBe('started');
  await executorOf('blue').stop('again');
  const client = await roleOptions(emulator, conductorRole);
  const now = () => Date.now() + 24 * 3_600_000;
  const tomorrow = (await faultExecutors({ teams }, { client, endpoint: emulator.url, now }))('blue');
  expect(await tomorrow.start(aRun('again', 'blue'), card(fault))).toBe('started');
  expect((await accountState(emulator, account)).living).toBe(1);
  expect(await tomorrow.state('again')).toEqual({ state: 'running' });
  await tomorrow.stop('again');
  expect((await accountState(emulator, account)).living).toBe(0);
});

test('what a team repaired while a fault lasted stays as the team made it', async () => {
  const [{ account }] = teams as [(typeof teams)[number]];
  const dynamo = new DynamoDBClient(await insideOptions(emulator, account));
  const { TableNames: [TableName] = [] } = await dynamo.send(new ListTablesCommand({}));
  const fault: Fault = { kind: 'table-throttling', table: 'bookings-table', share: 0.5 };
  expect(await executorOf('blue').start(aRun('repaired', 'blue'), card(fault))).toBe('started');
  const ProvisionedThroughput = { ReadCapacityUnits: 40, WriteCapacityUnits: 40 };
  await dynamo.send(new UpdateTableCommand({ TableName, BillingMode: 'PROVISIONED', ProvisionedThroughput }));
  await executorOf('blue').stop('repaired');
  const { Table: table } = await dynamo.send(new DescribeTableCommand({ TableName }));
  expect(table?.ProvisionedThroughput).toMatchObject(ProvisionedThroughput);
});

test('nobody but the conductor can break anything', async () => {
  const client = await roleOptions(emulator, 'arn:aws:iam::999999999999:role/gameday/spring-scorer');
  const stranger = await faultExecutors({ teams }, { client, endpoint: emulator.url });
  await expect(stranger('blue').state('any')).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('an account that is no team’s has no executor', () => {
  expect(() => executorOf('333333333333')).toThrow('The event has no team "333333333333".');
});
