import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { loadMetrics } from '../../aws/load-metrics';
import { scorerMetrics } from '../../aws/scorer-metrics';
import type { GameDayEvent } from '../../core/event/event';
import { eventId } from '../../core/event/event-id';
import { tasksFor } from '../../core/load-tasks';
import { eventMetric } from './event-metrics';
import { runbook, type AlarmName } from './runbook';

interface EventAlarmsProps {
  readonly event: GameDayEvent;
  readonly scorer: lambda.Function;
  readonly conductor: lambda.Function;
  readonly api: lambda.Function;
  readonly topic: ITopic;
}

const { LESS_THAN_THRESHOLD, GREATER_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD } =
  cloudwatch.ComparisonOperator;
const { BREACHING, NOT_BREACHING } = cloudwatch.TreatMissingData;

/** A round is read two minutes after its end, and a tick comes every minute: later than this, something is wrong. */
const LATE_SECONDS = 5 * 60;
/** How many times what the event allows all teams together may run before somebody should look. */
const TIMES_THE_ALLOWANCE = 2;

/** Everything that somebody should get up for. Each alarm has a section in the README that says what to do. */
export class EventAlarms extends Construct {
  readonly alarms: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, { event, scorer, conductor, api, topic }: EventAlarmsProps) {
    super(scope, id);
    const metric = (name: string) => eventMetric(eventId(event), name);
    const alarm = (name: AlarmName, props: Omit<cloudwatch.AlarmProps, 'alarmName' | 'alarmDescription'>) => {
      const made = new cloudwatch.Alarm(this, name, {
        alarmName: `${eventId(event)}-${name}`,
        alarmDescription: `${runbook[name].says} What to do: ${runbook[name].section}`,
        ...props,
      });
      made.addAlarmAction(new SnsAction(topic));
      made.addOkAction(new SnsAction(topic));
      return made;
    };
    this.alarms = [
      alarm('scorer-late', {
        metric: metric(scorerMetrics.lag),
        threshold: LATE_SECONDS,
        comparisonOperator: GREATER_THAN_THRESHOLD,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        // A scorer that says nothing is as late as can be.
        treatMissingData: BREACHING,
      }),
      alarm('scorer-errors', errorsOf(scorer)),
      alarm('conductor-errors', errorsOf(conductor)),
      alarm('api-errors', unanswered(api)),
      alarm('rounds-unchecked', {
        metric: metric(scorerMetrics.unchecked),
        threshold: 1,
        comparisonOperator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: 2,
        treatMissingData: NOT_BREACHING,
      }),
      alarm('accounts-unreadable', {
        metric: metric(scorerMetrics.unreadable),
        threshold: 1,
        comparisonOperator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: 10,
        treatMissingData: NOT_BREACHING,
      }),
      alarm('load-silent', {
        // Every task says 1 a minute.
        metric: metric(loadMetrics.heartbeat).with({ statistic: cloudwatch.Stats.SUM }),
        threshold: tasksFor(event.teams.length),
        comparisonOperator: LESS_THAN_THRESHOLD,
        evaluationPeriods: 3,
        treatMissingData: BREACHING,
      }),
      alarm('load-saturated', {
        metric: metric(loadMetrics.saturated),
        threshold: 1,
        comparisonOperator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        treatMissingData: NOT_BREACHING,
      }),
      alarm('teams-spend', {
        metric: metric(scorerMetrics.spend),
        threshold: TIMES_THE_ALLOWANCE * allowanceUsdPerHour(event),
        comparisonOperator: GREATER_THAN_THRESHOLD,
        evaluationPeriods: 5,
        treatMissingData: NOT_BREACHING,
      }),
    ];
  }
}

/** A function that is started every minute fails again and again. */
const errorsOf = (started: lambda.Function) => ({
  metric: started.metricErrors({ period: Duration.minutes(1), statistic: cloudwatch.Stats.SUM }),
  threshold: 1,
  comparisonOperator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  // One start may be killed: the next does its work.
  evaluationPeriods: 5,
  datapointsToAlarm: 2,
  treatMissingData: NOT_BREACHING,
});

/** Requests a minute that somebody has to repeat. A page asks every two seconds, so a few are nobody's loss. */
const MANY_UNANSWERED = 10;

/**
 * What a function URL answered with 5xx, its own refusals among them, and what it turned away because too many came at once.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
 */
const unanswered = (served: lambda.Function) => {
  const counted = { period: Duration.minutes(1), statistic: cloudwatch.Stats.SUM };
  return {
    metric: new cloudwatch.MathExpression({
      expression: 'FILL(failed, 0) + FILL(turnedAway, 0)',
      usingMetrics: { failed: served.metric('Url5xxCount', counted), turnedAway: served.metricThrottles(counted) },
      period: Duration.minutes(1),
      label: 'Unanswered requests',
    }),
    threshold: MANY_UNANSWERED,
    comparisonOperator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    treatMissingData: NOT_BREACHING,
  };
};

/** What all teams together may spend at the busiest time of the plan, spikes included. */
function allowanceUsdPerHour({ teams, traffic, spikes, rules }: GameDayEvent): number {
  const rate = Math.max(...traffic.map(({ stepsPerSecond }) => stepsPerSecond));
  const times = Math.max(1, ...spikes.map((spike) => spike.times));
  return teams.length * (rules.spend.baseUsdPerHour + rules.spend.usdPerHourPerRps * rate * times);
}
