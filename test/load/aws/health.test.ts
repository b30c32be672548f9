import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { Health } from '../../../load/aws/health';
import type { TeamWindow } from '../../../lib/core/scorer/ports';
import { FakeAws, jsonError, ok } from '../../support/aws/fake-aws';

const aWindow = (over: Partial<TeamWindow> = {}): TeamWindow => ({
  team: 'blue',
  startsAt: 0,
  expected: 100,
  fast: 90,
  acceptable: 0,
  slow: 0,
  faulty: 0,
  failed: 0,
  p50Ms: 1,
  p95Ms: 2,
  flags: ['engine-late'],
  ...over,
});

/** What was published of the load program itself, call by call, by name. */
function watched() {
  const told: Record<string, number>[] = [];
  const aws = new FakeAws({
    monitoring: ({ body }) => {
      const { MetricData } = JSON.parse(body) as { MetricData: { MetricName: string; Value: number }[] };
      told.push(Object.fromEntries(MetricData.map(({ MetricName, Value }) => [MetricName, Value])));
      return ok({});
    },
  });
  return { told, aws, client: new CloudWatchClient({ ...aws.options(), maxAttempts: 1 }) };
}

test.each([
  ['more than one step in twenty is missing because this machine was late', aWindow({ fast: 94 }), 1],
  ['one step in twenty is missing, and no more', aWindow({ fast: 95 }), 0],
  ['steps are missing for another reason, such as a change', aWindow({ flags: ['engine-change'] }), 0],
  ['steps are missing and nobody said why', aWindow({ flags: [] }), 0],
  ['steps failed, which is the team’s own affair', aWindow({ failed: 10 }), 0],
])('a window in which %s', async (_what, window, saturated) => {
  const { told, client } = watched();
  const health = new Health();
  health.window(window);
  await health.publish(client, 'spring');
  expect(told).toEqual([{ LoadHeartbeat: 1, LoadSaturated: saturated, LoadRestarts: 0, LoadDroppedWindows: 0 }]);
});

test('what was told is told once, and that the program lives every time', async () => {
  const { told, client } = watched();
  const health = new Health();
  health.restarting();
  health.restarting();
  health.dropping(30);
  await health.publish(client, 'spring');
  await health.publish(client, 'spring');
  expect(told.map(({ LoadRestarts, LoadDroppedWindows }) => [LoadRestarts, LoadDroppedWindows])).toEqual([
    [2, 30],
    [0, 0],
  ]);
  expect(told.map(({ LoadHeartbeat }) => LoadHeartbeat)).toEqual([1, 1]);
});

test('what could not be told is told the next time, together with what has come since', async () => {
  const { told, aws, client } = watched();
  const health = new Health();
  health.restarting();
  aws.fail(
    () => true,
    1,
    () => jsonError('InternalFailure'),
  );
  await expect(health.publish(client, 'spring')).rejects.toThrow();
  health.restarting();
  await health.publish(client, 'spring');
  expect(told.at(-1)).toMatchObject({ LoadRestarts: 2 });
});
