import { CloudWatchClient, GetMetricDataCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { EventRecords } from '../../lib/aws/event-records';
import { eventTable } from '../../lib/aws/event-table';
import { gameDayNamespace, windowDatums, windowQueries, windowsOf } from '../../lib/aws/window-metrics';
import type { TeamWindow } from '../../lib/core/scorer/ports';
import { deployTemplate, organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator('999999999999', []);
  const { partitionKey, sortKey } = eventTable;
  const keys = [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  const table = {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'records',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys,
      AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
    },
  };
  await deployTemplate(emulator, 'records', { Table: table });
}, 60_000);
afterAll(() => emulator.stop());

const minute = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;
const aWindow = (over: Partial<TeamWindow>): TeamWindow => ({
  team: 'blue',
  startsAt: minute,
  expected: 60,
  fast: 50,
  acceptable: 4,
  slow: 3,
  faulty: 2,
  failed: 1,
  p50Ms: 120.5,
  p95Ms: 900,
  flags: [],
  ...over,
});

describe('windows in CloudWatch', () => {
  const teams = ['blue', 'red'];
  const client = () => new CloudWatchClient(organizerOptions(emulator));
  const publish = async (event: string, ...windows: readonly TeamWindow[]) => {
    const MetricData = windows.flatMap((window) => windowDatums(event, window));
    await client().send(new PutMetricDataCommand({ Namespace: gameDayNamespace, MetricData }));
  };
  const read = async (event: string) => {
    const { MetricDataResults: results } = await client().send(
      new GetMetricDataCommand({
        StartTime: new Date(minute),
        EndTime: new Date(minute + 60_000),
        MetricDataQueries: windowQueries(event, teams),
      }),
    );
    return windowsOf(teams, results ?? []).sort((a, b) => a.startsAt - b.startsAt || a.team.localeCompare(b.team));
  };

  test('are read as they were published, each team and ten seconds for themselves', async () => {
    const windows = [aWindow({}), aWindow({ team: 'red', fast: 7 }), aWindow({ startsAt: minute + 10_000, fast: 8 })];
    await publish('apart', ...windows);
    expect(await read('apart')).toEqual(windows);
  });

  test('that are published again, or again as they grew, count once', async () => {
    await publish('again', aWindow({ fast: 40 }));
    await publish('again', aWindow({}), aWindow({}));
    expect(await read('again')).toEqual([aWindow({})]);
  });
});

describe('records in DynamoDB', () => {
  const recordsOf = (event: string) =>
    new EventRecords(
      'records',
      event,
      (problem) => {
        throw new Error(JSON.stringify(problem));
      },
      organizerOptions(emulator),
    );
  const counts = { fast: 1, acceptable: 0, slow: 0, faulty: 0, failed: 0 };
  const measured = (fast: number) => ({
    round: 3,
    team: 'blue',
    startsAt: minute,
    measurement: { ...counts, fast, expected: fast, p50Ms: 1, p95Ms: 2, flags: [] },
  });

  test('of writers that race for one round and team, the measurement with more requests stays, whoever is last', async () => {
    const sizes = [5, 1, 9, 3];
    await Promise.all(sizes.map((size) => recordsOf('race').put(measured(size))));
    const [round] = await recordsOf('race').all();
    expect(round?.teams['blue']).toMatchObject({ fast: 9 });
  });

  test('an entry of the log that is appended twice is one entry, and the log is in order of instants', async () => {
    const entry = (id: string, atMs: number) =>
      ({ id, at: new Date(atMs).toISOString(), by: 'organizer', type: 'frozen' }) as const;
    const log = recordsOf('log');
    await Promise.all([
      log.append(entry('b', minute + 1)),
      log.append(entry('a', minute)),
      log.append(entry('a', minute)),
    ]);
    expect((await log.log()).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
