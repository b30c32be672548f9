import { canonicalJson } from '../core/canonical';
import type { AccountState } from './account-state';

/** A service control policy as the pool has it: which text, and over which of its units. */
export interface PoolPolicy {
  /** As the organization knows it; begins with the pool's prefix, so that two pools never share one. */
  readonly name: string;
  readonly description: string;
  /** The whole pool, or units of some states. */
  readonly appliesTo: 'pool' | readonly AccountState[];
  /** JSON, at most 5,120 characters. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
  readonly text: string;
}

/** How the names of all policies of a pool begin. */
export const policyPrefix = (pool: string): string => `gameday-${pool}-`;

/** Whether two texts say the same, whatever the order of their keys and their blanks. */
export function sameText(one: string, other: string): boolean {
  try {
    return canonicalJson(JSON.parse(one)) === canonicalJson(JSON.parse(other));
  } catch {
    return false;
  }
}
