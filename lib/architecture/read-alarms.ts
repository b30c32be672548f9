import type { QueueMetric, ScalingAlarm, ScalingMetric } from './scaling-policy';
import { targetGroupType } from './balancing-types';
import { brokerNamed } from './read-brokers';
import { queueType } from './read-data';
import { list, object, type Properties, type Values } from './values';

/** Whose metrics an alarm may watch: an Auto Scaling group or a service, and the target groups that it is in. */
export interface Measured {
  readonly id: string;
  readonly targetGroups: readonly string[];
}

const comparisons: Readonly<Record<string, ScalingAlarm['comparison']>> = {
  GreaterThanThreshold: 'above',
  GreaterThanOrEqualToThreshold: 'at-least',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at-most',
};

/** CloudWatch alarms that set off a scaling policy and watch something that the arena measures, once a minute or less often. */
export function alarmsFor(values: Values, policy: string, owner: Measured): ScalingAlarm[] {
  return values.ofType('AWS::CloudWatch::Alarm').flatMap(([id, properties]) => {
    const acting = values.flag(properties['ActionsEnabled']) ?? true;
    const policies = values.references(
      properties['AlarmActions'],
      'AWS::AutoScaling::ScalingPolicy',
      'AWS::ApplicationAutoScaling::ScalingPolicy',
    );
    const metric = metricOf(values, properties, owner);
    const comparison = comparisons[values.text(properties['ComparisonOperator']) ?? ''];
    const threshold = values.number(properties['Threshold']);
    const periodMinutes = (values.number(properties['Period']) ?? NaN) / 60;
    const periods = Math.max(1, values.number(properties['EvaluationPeriods']) ?? 1);
    const datapoints = Math.min(periods, Math.max(1, values.number(properties['DatapointsToAlarm']) ?? periods));
    if (!acting || !policies.includes(policy) || metric === undefined || comparison === undefined) return [];
    if (threshold === undefined || periodMinutes < 1 || !Number.isInteger(periodMinutes)) return [];
    return [{ id, metric, comparison, threshold, periodMinutes, periods, datapoints }];
  });
}

/** The owner's own metric that an alarm or a policy names, as an average. @returns `undefined` for one that the arena does not have */
export function metricOf(values: Values, specification: Properties, owner: Measured): ScalingMetric | undefined {
  const dimensions = list(specification['Dimensions']).map(object);
  const whose = (name: string, type: string) =>
    values.reference(dimensions.find((each) => values.text(each['Name']) === name)?.['Value'], type);
  const statistic = values.text(specification['Statistic']) ?? 'Average';
  switch (`${values.text(specification['Namespace'])} ${values.text(specification['MetricName'])}`) {
    case 'AWS/EC2 CPUUtilization':
      if (whose('AutoScalingGroupName', 'AWS::AutoScaling::AutoScalingGroup') !== owner.id) return undefined;
      return statistic === 'Average' ? 'cpu' : undefined;
    case 'AWS/ECS CPUUtilization':
      if (whose('ServiceName', 'AWS::ECS::Service') !== owner.id) return undefined;
      return statistic === 'Average' ? 'cpu' : undefined;
    case 'AWS/ECS MemoryUtilization':
      if (whose('ServiceName', 'AWS::ECS::Service') !== owner.id) return undefined;
      return statistic === 'Average' ? 'memory' : undefined;
    case 'AWS/ApplicationELB RequestCountPerTarget':
      if (!owner.targetGroups.includes(whose('TargetGroup', targetGroupType) ?? '')) return undefined;
      return statistic === 'Sum' ? 'requests-per-target' : undefined;
    default:
      return queueMetricOf(values, specification);
  }
}

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 * https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-logging-monitoring.html
 */
const queueMetrics: Readonly<Record<string, QueueMetric['of']>> = {
  'AWS/SQS ApproximateAgeOfOldestMessage': 'age',
  'AWS/SQS ApproximateNumberOfMessagesVisible': 'waiting',
  'AWS/AmazonMQ MessageCount': 'messages',
  'AWS/AmazonMQ MessageReadyCount': 'waiting',
};

/** A queue belongs to no fleet, so any may be scaled by it. Sums over a period depend on how often AWS looks, and are left out. */
function queueMetricOf(values: Values, specification: Properties): QueueMetric | undefined {
  const name = `${values.text(specification['Namespace'])} ${values.text(specification['MetricName'])}`;
  const of = Object.hasOwn(queueMetrics, name) ? queueMetrics[name] : undefined;
  const statistic = values.text(specification['Statistic']) ?? 'Average';
  if (of === undefined || !['Average', 'Maximum', 'Minimum'].includes(statistic)) return undefined;
  const dimensions = list(specification['Dimensions']).map(object);
  const value = (dimension: string) => dimensions.find((each) => values.text(each['Name']) === dimension)?.['Value'];
  const queue = values.reference(value('QueueName'), queueType) ?? brokerNamed(values, value('Broker'));
  return queue === undefined ? undefined : { queue, of };
}
