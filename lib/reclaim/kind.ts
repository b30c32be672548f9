import type { Resource } from '../core/resource';

/** Something of a kind that stands in an account. */
export interface Found {
  /** What AWS knows it by; unique among its kind and region. */
  readonly id: string;
  /** What it costs by the price table; absent where the table has no price for its kind, or it is free. */
  readonly priced?: Resource;
  /** Why a clean account has it too; absent for what has to go. */
  readonly belongs?: string;
}

/**
 * One kind of resource in one region of one account: how it is found and how it goes. Inventory and sweep share the same kinds, so
 * that nothing is counted that nobody removes, and nothing is removed that nobody counts.
 */
export interface Kind {
  /** The service's prefix in policies, such as `ec2`. */
  readonly service: string;
  /** Of the service, such as `instance`. */
  readonly type: string;
  /** `global` for what belongs to no region. */
  readonly region: string;
  list(): Promise<readonly Found[]>;
  /** Takes off what keeps it from being deleted, and what makes it grow again. Only some kinds need it. Safe to repeat. */
  release?(id: string): Promise<void>;
  /** Begins its end, which may take minutes. Rejects while something else still needs it. */
  remove(id: string): Promise<void>;
}
