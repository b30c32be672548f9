import type { Network, Place } from './network';

/**
 * A team's stack as data: what the template says, with AWS's defaults filled in. `id` is everywhere the logical id of the resource.
 * Nothing here has behaviour; the arena gives it some.
 */
export interface Architecture {
  readonly balancers: readonly LoadBalancer[];
  readonly targetGroups: readonly TargetGroup[];
  readonly instances: readonly Instance[];
  readonly scalingGroups: readonly ScalingGroup[];
  readonly services: readonly Service[];
  readonly tables: readonly Table[];
  readonly network: Network;
  readonly natGateways: readonly string[];
  readonly addresses: readonly string[];
  readonly notModelled: readonly NotModelled[];
}

/** Something in the template without behaviour in the arena, and what is taken for granted instead. */
export interface NotModelled {
  readonly id: string;
  readonly type: string;
  readonly assumed: string;
}

export interface LoadBalancer {
  readonly id: string;
  readonly type: string;
  readonly internetFacing: boolean;
  readonly places: readonly Place[];
  readonly securityGroups: readonly string[];
  readonly idleTimeoutSeconds: number;
  readonly listeners: readonly Listener[];
}

export interface Listener {
  readonly id: string;
  readonly port: number;
  /** By ascending priority. */
  readonly rules: readonly ListenerRule[];
  readonly otherwise: RuleAction;
}

export interface ListenerRule {
  /** Any of them must fit; empty fits every path. `*` and `?` are wildcards. */
  readonly pathPatterns: readonly string[];
  /** Empty fits every method. */
  readonly methods: readonly string[];
  readonly action: RuleAction;
}

export type RuleAction =
  { readonly kind: 'forward'; readonly targetGroup: string } | { readonly kind: 'fixed'; readonly status: number };

export interface TargetGroup {
  readonly id: string;
  readonly port: number;
  readonly health: HealthCheck;
  readonly algorithm: 'round_robin' | 'least_outstanding_requests';
  readonly deregistrationDelaySeconds: number;
  /** Logical ids of instances that the template registers by name. */
  readonly targets: readonly string[];
}

export interface HealthCheck {
  readonly path: string;
  /** `undefined`: the port that traffic goes to. */
  readonly port: number | undefined;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** Status codes that pass, as `200`, `200,202` or `200-299`. */
  readonly matcher: string;
}

/** What an EC2 instance is made of. */
export interface InstanceShape {
  readonly type: string;
  readonly credits: 'standard' | 'unlimited';
  readonly securityGroups: readonly string[];
  /** `undefined`: as the subnet says. */
  readonly publicAddress: boolean | undefined;
  readonly volume: { readonly type: string; readonly gib: number };
  /** Whether EC2 moves it to another host when it loses its own. */
  readonly recovers: boolean;
  /** Everything else that takes a new instance when it changes (image, user data), as canonical text. */
  readonly software: string;
}

export interface Instance {
  readonly id: string;
  readonly tier: string | undefined;
  readonly shape: InstanceShape;
  readonly place: Place;
}

export interface ScalingGroup {
  readonly id: string;
  readonly tier: string | undefined;
  readonly shape: InstanceShape;
  readonly places: readonly Place[];
  readonly min: number;
  readonly max: number;
  /** `undefined`: the group keeps what it has, and starts with `min`. */
  readonly desired: number | undefined;
  readonly targetGroups: readonly string[];
  readonly healthCheck: 'EC2' | 'ELB';
  readonly graceSeconds: number;
  readonly warmupSeconds: number;
  readonly policies: readonly TrackingPolicy[];
}

/** Target tracking: hold a metric near a value. */
export interface TrackingPolicy {
  readonly id: string;
  readonly metric: 'cpu' | 'memory' | 'requests-per-target';
  readonly target: number;
  readonly scaleIn: boolean;
  readonly warmupSeconds: number;
  readonly outCooldownSeconds: number;
  readonly inCooldownSeconds: number;
}

/** An ECS service on Fargate, with the size of its task definition. */
export interface Service {
  readonly id: string;
  readonly tier: string | undefined;
  readonly vcpu: number;
  readonly memoryMib: number;
  readonly software: string;
  readonly places: readonly Place[];
  readonly publicAddress: boolean;
  readonly securityGroups: readonly string[];
  readonly desired: number;
  /** Bounds of Application Auto Scaling; `undefined` without a scalable target. */
  readonly bounds: { readonly min: number; readonly max: number } | undefined;
  readonly targetGroups: readonly string[];
  readonly port: number | undefined;
  readonly graceSeconds: number;
  readonly minHealthyPercent: number;
  readonly maxPercent: number;
  readonly policies: readonly TrackingPolicy[];
}

export interface Table {
  readonly id: string;
  readonly tier: string | undefined;
  /** `undefined`: on demand. */
  readonly provisioned: { readonly readUnits: number; readonly writeUnits: number } | undefined;
}
