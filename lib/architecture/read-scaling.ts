import type { TrackingPolicy } from './architecture';
import { object, type Properties, type Values } from './values';

const metrics: Readonly<Record<string, TrackingPolicy['metric']>> = {
  ASGAverageCPUUtilization: 'cpu',
  ALBRequestCountPerTarget: 'requests-per-target',
  ECSServiceAverageCPUUtilization: 'cpu',
  ECSServiceAverageMemoryUtilization: 'memory',
};

/** Target-tracking policies of an Auto Scaling group. Metrics that the arena does not have are left out (and listed as not modelled). */
export function groupPolicies(values: Values, group: string): TrackingPolicy[] {
  return values.ofType('AWS::AutoScaling::ScalingPolicy').flatMap(([id, properties]) => {
    if (values.reference(properties['AutoScalingGroupName'], 'AWS::AutoScaling::AutoScalingGroup') !== group) return [];
    const tracking = object(properties['TargetTrackingConfiguration']);
    return policy(values, id, tracking, {
      warmupSeconds: values.number(properties['EstimatedInstanceWarmup']),
      outCooldownSeconds: 0,
      inCooldownSeconds: 0,
    });
  });
}

/** Bounds and policies that Application Auto Scaling has for an ECS service. */
export function serviceScaling(values: Values, service: string) {
  const target = values
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .find(([, properties]) => values.reference(properties['ResourceId'], 'AWS::ECS::Service') === service);
  if (target === undefined) return { bounds: undefined, policies: [] };
  const min = values.number(target[1]['MinCapacity']) ?? 0;
  return {
    bounds: { min, max: Math.max(min, values.number(target[1]['MaxCapacity']) ?? min) },
    policies: values.ofType('AWS::ApplicationAutoScaling::ScalingPolicy').flatMap(([id, properties]) => {
      const owner = values.reference(properties['ScalingTargetId'], 'AWS::ApplicationAutoScaling::ScalableTarget');
      const named = values.reference(properties['ResourceId'], 'AWS::ECS::Service');
      if (owner !== target[0] && named !== service) return [];
      const tracking = object(properties['TargetTrackingScalingPolicyConfiguration']);
      // https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
      return policy(values, id, tracking, {
        warmupSeconds: 0,
        outCooldownSeconds: values.number(tracking['ScaleOutCooldown']) ?? 300,
        inCooldownSeconds: values.number(tracking['ScaleInCooldown']) ?? 300,
      });
    }),
  };
}

interface Pacing {
  readonly warmupSeconds: number | undefined;
  readonly outCooldownSeconds: number;
  readonly inCooldownSeconds: number;
}

function policy(values: Values, id: string, tracking: Properties, pacing: Pacing): TrackingPolicy[] {
  const metric = metrics[values.text(object(tracking['PredefinedMetricSpecification'])['PredefinedMetricType']) ?? ''];
  const target = values.number(tracking['TargetValue']);
  if (metric === undefined || target === undefined || target <= 0) return [];
  const scaleIn = !(values.flag(tracking['DisableScaleIn']) ?? false);
  // Without a warm-up of its own a policy takes the group's default cooldown.
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html
  return [{ id, metric, target, scaleIn, ...pacing, warmupSeconds: pacing.warmupSeconds ?? 300 }];
}
