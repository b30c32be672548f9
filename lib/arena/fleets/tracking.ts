import type { TrackingPolicy } from '../../architecture/scaling-policy';

/**
 * Target tracking watches two alarms: scale out when the metric was above the target for three minutes in a row, in when it was
 * clearly below for fifteen. https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
 */
const outMinutes = 3;
const inMinutes = 15;
const clearlyBelow = 0.9;

/** What one policy remembers between minutes. */
export interface TrackingState {
  readonly above: number;
  readonly below: number;
  readonly lastOutAt: number;
  readonly lastInAt: number;
  /** Servers before it scaled out last. */
  readonly base: number;
}
export const freshTracking: TrackingState = {
  above: 0,
  below: 0,
  lastOutAt: -Infinity,
  lastInAt: -Infinity,
  base: 0,
};

/** One minute's reading. `measured` servers were warmed up and make up the metric; `capacity` is the desired number now. */
export interface Reading {
  readonly atSeconds: number;
  readonly metric: number;
  readonly measured: number;
  readonly capacity: number;
  readonly warming: boolean;
}

/** @returns what the policy wants after this minute; `undefined` when it wants nothing */
export function track(
  policy: TrackingPolicy,
  state: TrackingState,
  { atSeconds, metric, measured, capacity, warming }: Reading,
): readonly [state: TrackingState, wanted: number | undefined] {
  if (measured === 0) return [{ ...state, above: 0, below: 0 }, undefined];
  const above = metric > policy.target ? state.above + 1 : 0;
  const below = metric < policy.target * clearlyBelow ? state.below + 1 : 0;
  // During its cooldown a policy scales out further only when it wants more than the last time, from the same number.
  // https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
  const cooling = atSeconds - state.lastOutAt < policy.outCooldownSeconds;
  const enoughFor = (count: number) => Math.max(1, Math.ceil((count * metric) / policy.target));
  const more = enoughFor(cooling ? Math.min(measured, state.base) : measured);
  const next = { ...state, above, below };
  if (above >= outMinutes && more > capacity) {
    return [cooling ? next : { ...next, lastOutAt: atSeconds, base: capacity }, more];
  }
  const fewer = enoughFor(measured);
  const rested = atSeconds - Math.max(state.lastInAt, state.lastOutAt) >= policy.inCooldownSeconds;
  if (policy.scaleIn && below >= inMinutes && fewer < capacity && !warming && rested) {
    return [{ ...next, lastInAt: atSeconds }, fewer];
  }
  return [next, undefined];
}
