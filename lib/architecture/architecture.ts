import type { Processor } from '../core/resource';
import type { Queue, Table } from './data-types';
import type { Network, Place } from './network';
import type { InstanceAlarm } from './read-instance-alarms';
import type { ScalingPolicy } from './scaling-policy';

/**
 * A team's stack as data: what the template says, with AWS's defaults filled in. `id` is everywhere the logical id of the resource.
 * Nothing here has behaviour; the arena gives it some.
 */
export interface Architecture {
  readonly balancers: readonly LoadBalancer[];
  readonly targetGroups: readonly TargetGroup[];
  readonly instances: readonly Instance[];
  readonly alarms: readonly InstanceAlarm[];
  readonly scalingGroups: readonly ScalingGroup[];
  readonly services: readonly Service[];
  readonly tables: readonly Table[];
  readonly queues: readonly Queue[];
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
  /** Any of them must fit; empty fits every path. `*` and `?` are wildcards, as in all conditions. */
  readonly pathPatterns: readonly string[];
  /** Empty fits every method. */
  readonly methods: readonly string[];
  /** Empty fits every host. */
  readonly hosts: readonly string[];
  /** Of each list one pattern must fit. */
  readonly queries: readonly (readonly QueryPattern[])[];
  readonly action: RuleAction;
}

export interface QueryPattern {
  /** `undefined`: any. */
  readonly key: string | undefined;
  readonly value: string;
}

/** `fixed`: the load balancer answers by itself, also with a redirect. */
export type RuleAction =
  | { readonly kind: 'forward'; readonly targetGroups: readonly WeightedGroup[] }
  | { readonly kind: 'fixed'; readonly status: number };

export interface WeightedGroup {
  readonly id: string;
  /** 0 to 999, next to the others' weights. */
  readonly weight: number;
}

export interface TargetGroup {
  readonly id: string;
  readonly port: number;
  /** Whether it speaks plain HTTP/1.1 to its targets, as the programs here do. */
  readonly plain: boolean;
  readonly health: HealthCheck;
  readonly algorithm: 'round_robin' | 'least_outstanding_requests';
  readonly deregistrationDelaySeconds: number;
  /** How long a newly healthy target gets less than its share; 0: not at all. */
  readonly slowStartSeconds: number;
  /** Whether a node of the load balancer sends to targets in other zones too. */
  readonly crossZone: boolean;
  /** With fewer healthy targets than this everybody is used. */
  readonly routingFailover: HealthyTargets;
  /** With fewer healthy targets than this the zone leaves DNS. */
  readonly dnsFailover: HealthyTargets;
  /** Logical ids of instances that the template registers by name. */
  readonly targets: readonly string[];
}

/** How many targets have to be healthy, as a number and as a share of those registered, 0 to 100; 0 asks for nothing. */
export interface HealthyTargets {
  readonly count: number;
  readonly percent: number;
}

export interface HealthCheck {
  readonly path: string;
  /** `undefined`: the port that traffic goes to. */
  readonly port: number | undefined;
  readonly plain: boolean;
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
  /** `undefined`: the group has no default instance warm-up. */
  readonly warmupSeconds: number | undefined;
  readonly replacement: Replacement;
  readonly policies: readonly ScalingPolicy[];
}

/** How instances are replaced that are outdated or unfit. */
export interface Replacement {
  /** Of the instance maintenance policy; `undefined` without one. */
  readonly maintenance: HealthyRange | undefined;
  /** How CloudFormation itself replaces instances after a change; `undefined`: by an instance refresh. */
  readonly rollingUpdate: RollingUpdate | undefined;
}

/** Percent of the desired number that must work, and that there may be, while servers are replaced. */
export interface HealthyRange {
  readonly minPercent: number;
  readonly maxPercent: number;
}

export interface RollingUpdate {
  readonly minInService: number;
  readonly maxBatch: number;
  /** After each batch; with `signals` it goes on as soon as the new instances work. */
  readonly pauseSeconds: number;
  readonly signals: boolean;
}

/** An ECS service on Fargate, with the size of its task definition. */
export interface Service {
  readonly id: string;
  readonly tier: string | undefined;
  readonly processor: Processor;
  readonly vcpu: number;
  readonly memoryMib: number;
  readonly software: string;
  /** Variables of its containers. */
  readonly environment: Readonly<Record<string, string>>;
  readonly places: readonly Place[];
  readonly publicAddress: boolean;
  readonly securityGroups: readonly string[];
  readonly desired: number;
  /** Bounds of Application Auto Scaling; `undefined` without a scalable target. */
  readonly bounds: { readonly min: number; readonly max: number } | undefined;
  readonly targetGroups: readonly string[];
  readonly port: number | undefined;
  readonly graceSeconds: number;
  readonly deployment: HealthyRange;
  /** `undefined`: a failing deployment goes on for ever. */
  readonly circuitBreaker: CircuitBreaker | undefined;
  /** Whether tasks move when one zone has more of them than another. */
  readonly rebalances: boolean;
  readonly policies: readonly ScalingPolicy[];
}

/** After how many failed tasks a deployment of an ECS service is given up. */
export interface CircuitBreaker {
  readonly rollback: boolean;
  /** In percent of the desired number, bounded as AWS bounds it or not, or as a number of tasks. */
  readonly threshold: { readonly unit: 'bounded-percent' | 'percent' | 'count'; readonly value: number };
  /** Whether only failures in a row count. */
  readonly resets: boolean;
}
