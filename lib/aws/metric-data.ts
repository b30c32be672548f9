import {
  paginateGetMetricData,
  type CloudWatchClient,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { inTurns } from '../core/scorer/in-turns';
import type { Span } from '../core/scorer/ports';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
export const mostQueries = 500;

/** Batches asked for at once: few, because all share one quota of data per second. */
const AT_ONCE = 4;

/**
 * Reads metrics in batches, each to its last page. Throws when a batch was refused or came back broken: half an answer would look like
 * missing data.
 *
 * @param batches at most `mostQueries` each
 */
export async function readMetrics(
  client: CloudWatchClient,
  batches: readonly (readonly MetricDataQuery[])[],
  span: Span,
): Promise<MetricDataResult[][]> {
  const answers = await inTurns(batches, AT_ONCE, (queries) => readBatch(client, queries, span));
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

async function readBatch(
  client: CloudWatchClient,
  queries: readonly MetricDataQuery[],
  { from, to }: Span,
): Promise<MetricDataResult[]> {
  const input = { MetricDataQueries: [...queries], StartTime: new Date(from), EndTime: new Date(to) };
  const results: MetricDataResult[] = [];
  for await (const page of paginateGetMetricData({ client }, input)) results.push(...(page.MetricDataResults ?? []));
  const broken = results.find(({ StatusCode }) => StatusCode === 'InternalError' || StatusCode === 'Forbidden');
  if (broken !== undefined)
    throw new Error(`CloudWatch answered ${broken.StatusCode} for ${broken.Label ?? broken.Id}`);
  return results;
}
