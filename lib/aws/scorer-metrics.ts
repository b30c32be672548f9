import { CloudWatchClient, PutMetricDataCommand, type MetricDatum } from '@aws-sdk/client-cloudwatch';
import type { ScorerHealth, ScorerPorts } from '../core/scorer/ports';
import type { ClientOptions } from './client-options';
import { gameDayNamespace } from './window-metrics';

/** The scorer's own metrics, in the namespace of windows, with the dimension Event alone: what alarms and the dashboard look at. */
export const scorerMetrics = {
  namespace: gameDayNamespace,
  /** Seconds since the end of the oldest round that should have been recorded and is not; 0 when all is well. */
  lag: 'ScorerLagSeconds',
  /** Teams whose newest recorded round is unchecked. */
  unchecked: 'UncheckedTeams',
  /** Teams whose account could not be looked at. */
  unreadable: 'UnreadableAccounts',
  /** USD per hour that all teams together spend. */
  spend: 'TeamsSpendUsdPerHour',
} as const;

/** @param event the event's id */
export function scorerHealthMetrics(event: string, options: ClientOptions = {}): ScorerPorts['health'] {
  const client = new CloudWatchClient(options);
  return {
    publish: async (health) => {
      const Dimensions = [{ Name: 'Event', Value: event }];
      const MetricData: MetricDatum[] = figures(health).map((figure) => ({ ...figure, Dimensions }));
      await client.send(new PutMetricDataCommand({ Namespace: scorerMetrics.namespace, MetricData }));
    },
  };
}

const figures = (health: ScorerHealth): MetricDatum[] => [
  { MetricName: scorerMetrics.lag, Value: health.lagSeconds, Unit: 'Seconds' },
  { MetricName: scorerMetrics.unchecked, Value: health.uncheckedTeams, Unit: 'Count' },
  { MetricName: scorerMetrics.unreadable, Value: health.unreadableAccounts, Unit: 'Count' },
  { MetricName: scorerMetrics.spend, Value: health.spendUsdPerHour, Unit: 'None' },
];
