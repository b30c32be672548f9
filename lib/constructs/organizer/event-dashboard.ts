import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { loadMetrics } from '../../aws/load-metrics';
import { scorerMetrics } from '../../aws/scorer-metrics';
import { eventMetric, everyTeam } from './event-metrics';

interface EventDashboardProps {
  readonly eventId: string;
  readonly scorer: lambda.Function;
  readonly alarms: readonly cloudwatch.Alarm[];
}

/** Half of the dashboard, which is 24 wide. */
const WIDTH = 12;

/** The event on one screen for organizers: what teams' customers get above, whether we keep up below. */
export class EventDashboard extends Construct {
  constructor(scope: Construct, id: string, { eventId, scorer, alarms }: EventDashboardProps) {
    super(scope, id);
    const teams = (title: string, ...names: string[]) =>
      new cloudwatch.GraphWidget({ title, width: WIDTH, left: names.map((name) => everyTeam(eventId, name)) });
    const own = (title: string, ...names: string[]) =>
      new cloudwatch.GraphWidget({
        title,
        width: WIDTH,
        left: names.map((name) => eventMetric(eventId, name)),
        leftYAxis: { min: 0 },
      });
    const duration = scorer.metricDuration({ period: Duration.minutes(1), statistic: cloudwatch.Stats.MAXIMUM });
    const errors = scorer.metricErrors({ period: Duration.minutes(1) });
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: `gameday-${eventId}`,
      defaultInterval: Duration.hours(1),
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ title: 'Alarms', width: 2 * WIDTH, height: 3, alarms: [...alarms] })],
        [teams('Served fast, steps in 10 s', 'Fast'), teams('Failed or faulty, steps in 10 s', 'Failed', 'Faulty')],
        [teams('95th percentile, ms', 'P95Ms'), own('What teams spend, USD an hour', scorerMetrics.spend)],
        [
          own('Scorer: seconds late', scorerMetrics.lag),
          own('Unchecked teams, unreadable accounts', scorerMetrics.unchecked, scorerMetrics.unreadable),
        ],
        [
          own(
            'Load: windows spoiled and dropped, restarts',
            loadMetrics.saturated,
            loadMetrics.dropped,
            loadMetrics.restarts,
          ),
          new cloudwatch.GraphWidget({
            title: 'Scorer: ms a tick, errors',
            width: WIDTH,
            left: [duration],
            right: [errors],
          }),
        ],
      ],
    });
  }
}
