import { canonicalJson } from '../core/canonical';
import { list, object, type Properties, type Values } from './values';

/** A CloudWatch alarm that does something to an instance when a status check of it fails. */
export interface InstanceAlarm {
  readonly id: string;
  /** Logical id of the instance that it watches and acts on. */
  readonly instance: string;
  /** Which of its status checks; a failed one counts 1, a passed one 0, once a minute. */
  readonly check: 'any' | 'system' | 'instance';
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  readonly comparison: 'above' | 'at-least';
  readonly threshold: number;
  readonly periodMinutes: number;
  /** It looks at so many of the last periods, and rings when so many of them are beyond the threshold. */
  readonly periods: number;
  readonly datapoints: number;
  readonly actions: readonly InstanceAction[];
}
export type InstanceAction = 'reboot' | 'recover' | 'stop' | 'terminate';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html#status-check-metrics */
const checks: Readonly<Record<string, InstanceAlarm['check']>> = {
  StatusCheckFailed: 'any',
  StatusCheckFailed_System: 'system',
  StatusCheckFailed_Instance: 'instance',
};
const comparisons: Readonly<Record<string, InstanceAlarm['comparison']>> = {
  GreaterThanThreshold: 'above',
  GreaterThanOrEqualToThreshold: 'at-least',
};
const statistics = ['Average', 'Maximum', 'Minimum', 'Sum'] as const;

/**
 * Alarms that act on instances of the template. One whose actions are off, whose dimension names no such instance, or whose metric or
 * action is of another kind is left out (and listed as not modelled).
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html
 */
export function readInstanceAlarms(values: Values): InstanceAlarm[] {
  return values.ofType('AWS::CloudWatch::Alarm').flatMap(([id, properties]) => {
    const check = checks[values.text(properties['MetricName']) ?? ''];
    const statistic = statistics.find((each) => each === values.text(properties['Statistic']));
    const comparison = comparisons[values.text(properties['ComparisonOperator']) ?? ''];
    const threshold = values.number(properties['Threshold']);
    const instance = watched(values, properties);
    if (values.text(properties['Namespace']) !== 'AWS/EC2' || !(values.flag(properties['ActionsEnabled']) ?? true))
      return [];
    if (!check || !statistic || !comparison || threshold === undefined || instance === undefined) return [];
    const actions = list(properties['AlarmActions']).flatMap((each) => actionOf(each, check) ?? []);
    if (actions.length === 0) return [];
    const periods = Math.max(1, values.number(properties['EvaluationPeriods']) ?? 1);
    return [
      {
        id,
        instance,
        check,
        statistic,
        comparison,
        threshold,
        periodMinutes: Math.max(1, Math.ceil((values.number(properties['Period']) ?? 60) / 60)),
        periods,
        datapoints: Math.min(periods, Math.max(1, values.number(properties['DatapointsToAlarm']) ?? periods)),
        actions,
      },
    ];
  });
}

/** An EC2 action needs the metric of one instance, so that it is known whom to act on. */
function watched(values: Values, properties: Properties): string | undefined {
  const dimensions = list(properties['Dimensions']).map(object);
  if (dimensions.length !== 1 || values.text(dimensions[0]?.['Name']) !== 'InstanceId') return undefined;
  return values.reference(dimensions[0]?.['Value'], 'AWS::EC2::Instance');
}

/**
 * From `arn:aws:automate:REGION:ec2:reboot`, whole or put together by an intrinsic function. To recover is for the system check alone.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/UsingAlarmActions.html
 */
function actionOf(arn: unknown, check: InstanceAlarm['check']): InstanceAction | undefined {
  const found = /:automate:.*:ec2:(reboot|recover|stop|terminate)"/.exec(canonicalJson(arn))?.[1] as
    InstanceAction | undefined;
  return found === 'recover' && check !== 'system' ? undefined : found;
}
