import type { ScalingPolicy, StepPolicy, TrackingPolicy } from './scaling-policy';
import { alarmsFor, metricOf, type Measured } from './read-alarms';
import { mostServers, list, object, type Properties, type Values } from './values';

const predefined: Readonly<Record<string, TrackingPolicy['metric']>> = {
  ASGAverageCPUUtilization: 'cpu',
  ALBRequestCountPerTarget: 'requests-per-target',
  ECSServiceAverageCPUUtilization: 'cpu',
  ECSServiceAverageMemoryUtilization: 'memory',
};
/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html */
const serviceCooldownSeconds = 300;

/** What a group says that its policies need. */
interface PolicyOwner extends Measured {
  readonly warmupSeconds: number | undefined;
  readonly cooldownSeconds: number;
}

interface Pacing {
  readonly warmupSeconds: number;
  readonly outCooldownSeconds: number;
  readonly inCooldownSeconds: number;
}

/** Policies of an Auto Scaling group. One that the arena cannot follow is left out (and listed as not modelled). */
export function groupPolicies(values: Values, group: PolicyOwner): ScalingPolicy[] {
  return values.ofType('AWS::AutoScaling::ScalingPolicy').flatMap(([id, properties]): ScalingPolicy[] => {
    if (values.reference(properties['AutoScalingGroupName'], 'AWS::AutoScaling::AutoScalingGroup') !== group.id)
      return [];
    // Without a warm-up of its own a policy takes the group's, and without that the group's default cooldown.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html
    const warmupSeconds =
      values.number(properties['EstimatedInstanceWarmup']) ?? group.warmupSeconds ?? group.cooldownSeconds;
    const tracking = properties['TargetTrackingConfiguration'];
    if (tracking !== undefined) {
      const pacing = { warmupSeconds, outCooldownSeconds: 0, inCooldownSeconds: 0 };
      return trackingPolicy(values, id, object(tracking), pacing, group);
    }
    const cooldownSeconds = values.number(properties['Cooldown']) ?? group.cooldownSeconds;
    const stepped = values.text(properties['PolicyType']) === 'StepScaling';
    const pace = stepped ? { warmupSeconds, cooldownSeconds: 0 } : { warmupSeconds: 0, cooldownSeconds };
    return stepPolicy(values, id, stepped ? 'step' : 'simple', properties, pace, group);
  });
}

/** Bounds and policies that Application Auto Scaling has for an ECS service. */
export function serviceScaling(values: Values, service: string, targetGroups: readonly string[]) {
  const target = values
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .find(([, properties]) => values.reference(properties['ResourceId'], 'AWS::ECS::Service') === service);
  if (target === undefined) return { bounds: undefined, policies: [] };
  const min = values.within(0, mostServers, target[1]['MinCapacity']) ?? 0;
  const owner = { id: service, targetGroups };
  return {
    bounds: { min, max: Math.max(min, values.within(0, mostServers, target[1]['MaxCapacity']) ?? min) },
    policies: values.ofType('AWS::ApplicationAutoScaling::ScalingPolicy').flatMap(([id, properties]) => {
      const held = values.reference(properties['ScalingTargetId'], 'AWS::ApplicationAutoScaling::ScalableTarget');
      const named = values.reference(properties['ResourceId'], 'AWS::ECS::Service');
      if (held !== target[0] && named !== service) return [];
      return servicePolicy(values, id, properties, owner);
    }),
  };
}

function servicePolicy(values: Values, id: string, properties: Properties, owner: Measured): ScalingPolicy[] {
  const steps = properties['StepScalingPolicyConfiguration'];
  if (steps !== undefined) {
    const cooldownSeconds = values.number(object(steps)['Cooldown']) ?? serviceCooldownSeconds;
    return stepPolicy(values, id, 'step', object(steps), { warmupSeconds: 0, cooldownSeconds }, owner);
  }
  const tracking = object(properties['TargetTrackingScalingPolicyConfiguration']);
  const pacing = {
    warmupSeconds: 0,
    outCooldownSeconds: values.number(tracking['ScaleOutCooldown']) ?? serviceCooldownSeconds,
    inCooldownSeconds: values.number(tracking['ScaleInCooldown']) ?? serviceCooldownSeconds,
  };
  return trackingPolicy(values, id, tracking, pacing, owner);
}

function trackingPolicy(
  values: Values,
  id: string,
  tracking: Properties,
  pacing: Pacing,
  owner: Measured,
): TrackingPolicy[] {
  const name = values.text(object(tracking['PredefinedMetricSpecification'])['PredefinedMetricType']);
  const custom = tracking['CustomizedMetricSpecification'];
  const metric = name !== undefined ? predefined[name] : metricOf(values, object(custom), owner);
  const target = values.number(tracking['TargetValue']);
  if (metric === undefined || target === undefined || target <= 0) return [];
  const scaleIn = !(values.flag(tracking['DisableScaleIn']) ?? false);
  return [{ kind: 'tracking', id, metric, target, scaleIn, ...pacing }];
}

const changes: Readonly<Record<string, StepPolicy['change']>> = {
  ChangeInCapacity: 'count',
  PercentChangeInCapacity: 'percent',
  ExactCapacity: 'exact',
};

function stepPolicy(
  values: Values,
  id: string,
  kind: StepPolicy['kind'],
  properties: Properties,
  pace: Pick<StepPolicy, 'warmupSeconds' | 'cooldownSeconds'>,
  owner: Measured,
): StepPolicy[] {
  const change = changes[values.text(properties['AdjustmentType']) ?? ''];
  const alarms = alarmsFor(values, id, owner);
  const steps = (kind === 'simple' ? [properties] : list(properties['StepAdjustments']).map(object)).flatMap((step) => {
    const adjustment = values.number(step['ScalingAdjustment']);
    if (adjustment === undefined) return [];
    const from = values.number(step['MetricIntervalLowerBound']) ?? -Infinity;
    return [{ from, to: values.number(step['MetricIntervalUpperBound']) ?? Infinity, adjustment }];
  });
  if (change === undefined || alarms.length === 0 || steps.length === 0) return [];
  return [
    { kind, id, alarms, change, minChange: values.number(properties['MinAdjustmentMagnitude']) ?? 0, steps, ...pace },
  ];
}
