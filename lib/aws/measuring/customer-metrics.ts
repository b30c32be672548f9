import type { CloudWatchClient, MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { BalancerMinute, Bands } from '../../core/measuring/balancer-minute';
import type { Span } from '../../core/scorer/ports';
import { readMetrics } from '../metric-data';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const NAMESPACE = 'AWS/ApplicationELB';
const PERIOD_SECONDS = 60;

/**
 * Metric and statistic of each number. A percentile rank is the share, in percent, of values above the first bound and up to the second;
 * latencies are in seconds. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
const statistics = ({ fastMs, acceptableMs }: Bands) =>
  ({
    requests: ['RequestCount', 'Sum'],
    targetErrors: ['HTTPCode_Target_5XX_Count', 'Sum'],
    balancerErrors: ['HTTPCode_ELB_5XX_Count', 'Sum'],
    rejected: ['RejectedConnectionCount', 'Sum'],
    answers: ['TargetResponseTime', 'SampleCount'],
    withinFast: ['TargetResponseTime', `PR(:${fastMs / 1000})`],
    withinAcceptable: ['TargetResponseTime', `PR(:${acceptableMs / 1000})`],
    p50: ['TargetResponseTime', 'p50'],
    p95: ['TargetResponseTime', 'p95'],
  }) as const satisfies Readonly<Record<string, readonly [metric: string, statistic: string]>>;
type Name = keyof ReturnType<typeof statistics>;

/**
 * Reads what load balancers counted, by the minute. Throws when an answer is not whole: what the SDK throws, and where answers were
 * counted whose latencies are missing.
 *
 * @param balancers ARNs
 */
export async function customerMetrics(
  client: CloudWatchClient,
  balancers: readonly string[],
  span: Span,
  bands: Bands,
): Promise<readonly BalancerMinute[]> {
  const queries = balancers.map((arn) => queriesOf(arn, bands));
  const answers = await readMetrics(client, queries, span);
  return answers.flatMap((results, index) => minutesOf(balancers[index] ?? '', results));
}

function queriesOf(balancer: string, bands: Bands): MetricDataQuery[] {
  return Object.entries(statistics(bands)).map(([Id, [MetricName, Stat]]) => ({
    Id,
    MetricStat: {
      Metric: { Namespace: NAMESPACE, MetricName, Dimensions: [{ Name: 'LoadBalancer', Value: nameIn(balancer) }] },
      Period: PERIOD_SECONDS,
      Stat,
    },
  }));
}

/** `app/name/id`, as metrics have it: the end of the ARN. */
const nameIn = (arn: string): string => arn.slice(arn.indexOf(':loadbalancer/') + ':loadbalancer/'.length);

/** @param results of several pages, of which one series may be a part of each */
function minutesOf(balancer: string, results: readonly MetricDataResult[]): readonly BalancerMinute[] {
  const series = new Map<string, Map<number, number>>();
  for (const { Id = '', Timestamps = [], Values = [] } of results) {
    const values = series.get(Id) ?? new Map<number, number>();
    series.set(Id, values);
    Timestamps.forEach((at, index) => values.set(at.getTime(), Values[index] ?? 0));
  }
  const minutes = [...new Set([...series.values()].flatMap((values) => [...values.keys()]))].sort((a, b) => a - b);
  return minutes.map((at) => {
    // Errors are reported only where there are some.
    const count = (name: Name): number => series.get(name)?.get(at) ?? 0;
    const answers = count('answers');
    const latency = (name: Name): number => {
      const value = series.get(name)?.get(at);
      if (value !== undefined || answers === 0) return value ?? 0;
      throw new Error(`${nameIn(balancer)} has ${answers} answers and no ${name} at ${new Date(at).toISOString()}`);
    };
    return {
      at,
      requests: count('requests'),
      targetErrors: count('targetErrors'),
      balancerErrors: count('balancerErrors'),
      rejected: count('rejected'),
      answers,
      withinFast: latency('withinFast') / 100,
      withinAcceptable: latency('withinAcceptable') / 100,
      p50Ms: latency('p50') * 1000,
      p95Ms: latency('p95') * 1000,
    };
  });
}
