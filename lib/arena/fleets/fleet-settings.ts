import type { ScalingGroup, Service, TrackingPolicy } from '../../architecture/architecture';
import type { Place } from '../../architecture/network';
import { canonicalJson } from '../../core/canonical';
import type { TierModel } from '../application';
import type { ServerSpec } from '../servers/server';
import { instanceSpec, taskSpec } from '../servers/specs';

/** A number of servers of one kind that is held: an Auto Scaling group or an ECS service. */
export interface FleetSettings {
  readonly id: string;
  readonly spec: ServerSpec;
  /** Servers launched under another fingerprint are outdated and get replaced. */
  readonly fingerprint: string;
  readonly places: readonly Place[];
  readonly min: number;
  readonly max: number;
  readonly desired: number | undefined;
  readonly groups: readonly string[];
  /** Whether the load balancer's verdict counts, or only whether the machine runs. */
  readonly heedsBalancer: boolean;
  readonly graceSeconds: number;
  /** How long a new server is not counted in the metrics. */
  readonly warmupSeconds: number;
  readonly policies: readonly TrackingPolicy[];
  /** How many must work while outdated ones are replaced, and how many there may be on top. */
  minHealthy(desired: number): number;
  surge(desired: number): number;
}

/**
 * A changed launch template reaches the instances at once, one after the other: the arena takes it that whoever changes it also starts an
 * instance refresh. https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
 */
export function groupSettings(group: ScalingGroup, tier: TierModel | undefined): FleetSettings {
  const spec = instanceSpec(group.id, tier, group.shape);
  return {
    ...group,
    spec,
    fingerprint: canonicalJson(group.shape),
    groups: group.targetGroups,
    heedsBalancer: group.healthCheck === 'ELB' && group.targetGroups.length > 0,
    warmupSeconds: Math.max(group.warmupSeconds, ...group.policies.map((policy) => policy.warmupSeconds)),
    minHealthy: (desired) => desired,
    surge: () => 1,
  };
}

/** The same with a revision whose program never gets ready. */
export function brokenSettings(settings: FleetSettings): FleetSettings {
  const { spec } = settings;
  const tier = spec.tier && { ...spec.tier, startSeconds: Infinity };
  return { ...settings, spec: { ...spec, tier }, fingerprint: `${settings.fingerprint} broken` };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
export function serviceSettings(service: Service, tier: TierModel | undefined): FleetSettings {
  const { vcpu, memoryMib, software, securityGroups, publicAddress } = service;
  return {
    id: service.id,
    spec: taskSpec(service, tier),
    fingerprint: canonicalJson({ vcpu, memoryMib, software, securityGroups, publicAddress }),
    places: service.places,
    min: service.bounds?.min ?? 0,
    max: service.bounds?.max ?? Infinity,
    desired: service.desired,
    groups: service.targetGroups,
    heedsBalancer: service.targetGroups.length > 0,
    graceSeconds: service.graceSeconds,
    warmupSeconds: 0,
    policies: service.policies,
    minHealthy: (desired) => Math.ceil((desired * service.minHealthyPercent) / 100),
    surge: (desired) => Math.floor((desired * Math.max(0, service.maxPercent - 100)) / 100),
  };
}
