import type { Place } from './network';

/** Units a second: a read unit is a strongly consistent read of up to 4 KB, a write unit a write of up to 1 KB. */
export interface CapacityUnits {
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** A DynamoDB table. */
export interface Table {
  readonly id: string;
  readonly tier: string | undefined;
  /** `undefined`: on demand. */
  readonly provisioned: CapacityUnits | undefined;
  /** On demand: what it serves before it has ever served more, and what it never goes beyond. */
  readonly warm: CapacityUnits;
  readonly most: CapacityUnits;
  /** Application Auto Scaling of provisioned capacity. */
  readonly readScaling: CapacityScaling | undefined;
  readonly writeScaling: CapacityScaling | undefined;
}

/** Holds the use of provisioned capacity near a share of it. */
export interface CapacityScaling {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly targetPercent: number;
  readonly scaleIn: boolean;
  readonly outCooldownSeconds: number;
  readonly inCooldownSeconds: number;
}

/** A queue of SQS, or the one that a program keeps on a RabbitMQ broker of Amazon MQ. */
export interface Queue {
  readonly id: string;
  readonly tier: string | undefined;
  /** `undefined`: it is one of SQS. */
  readonly broker: Broker | undefined;
  /** How long a message that was taken is hidden from others. */
  readonly visibilitySeconds: number;
  /** Before a new message can be taken. */
  readonly delaySeconds: number;
  /** Where a message goes that was taken so often and is still there; `undefined`: it is tried for ever. */
  readonly deadLetter: { readonly queue: string | undefined; readonly maxReceives: number } | undefined;
}

/** A RabbitMQ broker of Amazon MQ: one node, or a cluster of three over the zones of the region. */
export interface Broker {
  /** Such as `mq.m5.large`. */
  readonly type: string;
  readonly nodes: 1 | 3;
  readonly places: readonly Place[];
  readonly securityGroups: readonly string[];
}
