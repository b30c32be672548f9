import type { CloudWatchClient, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Instant } from '../core/event/event';
import { mostQueries, readMetrics } from './metric-data';

const MINUTE = 60_000;
/** The newest minutes are not complete yet. */
const LATE_MS = 3 * MINUTE;
const MINUTES = 10;

/** What an on-demand table is charged by. */
interface Consumed {
  readonly readsPerHour: number;
  readonly writesPerHour: number;
}

/** Request units of on-demand tables per hour, by the last ten minutes that are known. A table that nobody used is absent. */
export async function consumedPerHour(
  client: CloudWatchClient,
  tables: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, Consumed>> {
  const consumed = new Map<string, Consumed>();
  if (tables.length === 0) return consumed;
  const to = Math.floor((now - LATE_MS) / MINUTE) * MINUTE;
  const queries = tables.flatMap((table, index) => [
    query(`reads${index}`, 'ConsumedReadCapacityUnits', table),
    query(`writes${index}`, 'ConsumedWriteCapacityUnits', table),
  ]);
  const batches = Array.from({ length: Math.ceil(queries.length / mostQueries) }, (_, batch) =>
    queries.slice(batch * mostQueries, (batch + 1) * mostQueries),
  );
  const results = (await readMetrics(client, batches, { from: to - MINUTES * MINUTE, to })).flat();
  const perHour = (id: string): number =>
    (results
      .filter(({ Id }) => Id === id)
      .flatMap(({ Values = [] }) => Values)
      .reduce((sum, value) => sum + value, 0) *
      60) /
    MINUTES;
  tables.forEach((table, index) =>
    consumed.set(table, { readsPerHour: perHour(`reads${index}`), writesPerHour: perHour(`writes${index}`) }),
  );
  return consumed;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html */
const query = (Id: string, MetricName: string, table: string): MetricDataQuery => ({
  Id,
  MetricStat: {
    Metric: { Namespace: 'AWS/DynamoDB', MetricName, Dimensions: [{ Name: 'TableName', Value: table }] },
    Period: 60,
    Stat: 'Sum',
  },
});
