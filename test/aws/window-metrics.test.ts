import { CloudWatchClient, GetMetricDataCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import fc from 'fast-check';
import {
  datumsPerWindow,
  gameDayNamespace,
  queriesPerTeam,
  windowDatums,
  windowQueries,
  windowsOf,
} from '../../lib/aws/window-metrics';
import type { TeamWindow } from '../../lib/core/scorer/ports';
import { FakeAws } from '../support/aws/fake-aws';
import { FakeCloudWatch } from '../support/aws/fake-cloudwatch';
import { START } from '../support/builders';

const teams = ['blue', 'red-foxes'];
const count = fc.nat(5000);
const ms = fc.integer({ min: 0, max: 30_000 }).map((tenths) => tenths / 10);
const anyWindow: fc.Arbitrary<TeamWindow> = fc.record({
  team: fc.constantFrom(...teams),
  startsAt: fc.nat(200).map((window) => START + window * 10_000),
  fast: count,
  acceptable: count,
  slow: count,
  faulty: count,
  failed: count,
  expected: count,
  p50Ms: ms,
  p95Ms: ms,
  flags: fc.constant([]),
});
const keyOf = ({ team, startsAt }: TeamWindow): string => `${team} ${startsAt}`;
const anyWindows = fc.uniqueArray(anyWindow, { selector: keyOf, maxLength: 20 });
const sorted = (windows: readonly TeamWindow[]): TeamWindow[] =>
  windows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** All pages of an answer, through the real client. */
async function readBack(metrics: FakeCloudWatch): Promise<TeamWindow[]> {
  const client = new CloudWatchClient(new FakeAws({ monitoring: metrics.answer }).options());
  const results = [];
  let NextToken: string | undefined;
  do {
    const answer = await client.send(
      new GetMetricDataCommand({
        MetricDataQueries: windowQueries('day', teams),
        StartTime: new Date(START),
        EndTime: new Date(START + 3_600_000),
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
    );
    results.push(...(answer.MetricDataResults ?? []));
    NextToken = answer.NextToken;
  } while (NextToken !== undefined);
  return windowsOf(teams, results);
}

test('what is published is read back, however often it was published and however it is paged', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyWindows,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 50 }),
      async (windows, times, page) => {
        const metrics = new FakeCloudWatch(() => START, page);
        metrics.publish('day', windows, times);
        expect(sorted(await readBack(metrics))).toEqual(sorted(windows));
      },
    ),
    { numRuns: 30 },
  );
});

test('a window that grew is read as it is in the end', async () => {
  const metrics = new FakeCloudWatch(() => START);
  const grown = { ...nothing, fast: 40, expected: 60 };
  metrics.publish('day', [grown, { ...grown, fast: 55, failed: 5 }, grown]);
  expect(await readBack(metrics)).toEqual([{ ...grown, fast: 55, failed: 5 }]);
});

test('windows of another event are not read', async () => {
  const metrics = new FakeCloudWatch(() => START);
  metrics.publish('another-day', [nothing]);
  expect(await readBack(metrics)).toEqual([]);
});

test('the real client sends a full call of windows compressed, each whole and at high resolution', async () => {
  const bodies: string[] = [];
  const aws = new FakeAws({ monitoring: ({ body }) => (bodies.push(body), { status: 200, body: '{}' }) });
  const windows = Array.from({ length: 125 }, (_, index) => ({ ...nothing, startsAt: START + index * 10_000 }));
  const MetricData = windows.flatMap((window) => windowDatums('day', window));
  await new CloudWatchClient(aws.options()).send(new PutMetricDataCommand({ Namespace: gameDayNamespace, MetricData }));
  const sent = JSON.parse(bodies[0] ?? '') as { MetricData: { StorageResolution: number; Timestamp: number }[] };
  expect(sent.MetricData).toHaveLength(125 * datumsPerWindow);
  expect(sent.MetricData.every(({ StorageResolution }) => StorageResolution === 1)).toBe(true);
  expect(sent.MetricData.at(-1)?.Timestamp).toBe((START + 1_240_000) / 1000);
});

test('each team is as many queries as said, and no two share an id', () => {
  const queries = windowQueries('day', teams);
  expect(queries).toHaveLength(teams.length * queriesPerTeam);
  expect(new Set(queries.map(({ Id }) => Id)).size).toBe(queries.length);
  for (const { Id } of queries) expect(Id).toMatch(/^[a-z][a-zA-Z0-9_]*$/);
});

const nothing: TeamWindow = {
  team: 'blue',
  startsAt: START,
  fast: 0,
  acceptable: 0,
  slow: 0,
  faulty: 0,
  failed: 0,
  expected: 0,
  p50Ms: 0,
  p95Ms: 0,
  flags: [],
};
