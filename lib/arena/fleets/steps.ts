import type { StepPolicy } from '../../architecture/scaling-policy';

/** What one step or simple scaling policy remembers between minutes. */
export interface StepState {
  readonly lastAt: number;
  /** Servers before it scaled out last: during the cooldown what it added counts towards what it wants next. */
  readonly base: number;
}
export const freshSteps: StepState = { lastAt: -Infinity, base: 0 };

/** What a fleet looks like when an alarm rings. `current` servers are warmed up; `capacity` is the desired number. */
export interface Ringing {
  readonly atSeconds: number;
  readonly breach: number;
  readonly current: number;
  readonly capacity: number;
  readonly warming: boolean;
}

/**
 * What a policy wants of whose alarms one rings; `undefined` when it wants nothing. An alarm sets it off every minute that it rings.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html
 */
export function adjust(
  policy: StepPolicy,
  state: StepState,
  { atSeconds, breach, current, capacity, warming }: Ringing,
): readonly [state: StepState, wanted: number | undefined] {
  const step = policy.steps.find(({ from, to }) =>
    breach >= 0 ? from <= breach && breach < to : from < breach && breach <= to,
  );
  if (step === undefined) return [state, undefined];
  const cooling = atSeconds - state.lastAt < policy.cooldownSeconds;
  if (cooling && policy.kind === 'simple') return [state, undefined];
  const base = cooling ? state.base : Math.min(current, capacity);
  const up = changed(policy, base, step.adjustment);
  if (up > capacity) return [{ lastAt: cooling ? state.lastAt : atSeconds, base }, up];
  const down = changed(policy, capacity, step.adjustment);
  if (down < capacity && !warming && !cooling) return [{ lastAt: atSeconds, base: down }, down];
  return [state, undefined];
}

/** Percentages become at least one server, and otherwise whole servers towards no change. */
function changed({ change, minChange }: StepPolicy, from: number, adjustment: number): number {
  if (change === 'exact') return adjustment;
  if (change === 'count') return Math.max(0, from + adjustment);
  const share = (from * adjustment) / 100;
  const size = Math.max(1, minChange, Math.floor(Math.abs(share)));
  return Math.max(0, from + (adjustment === 0 ? 0 : Math.sign(adjustment) * size));
}
