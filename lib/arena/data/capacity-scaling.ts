import type { CapacityScaling } from '../../architecture/data-types';

/**
 * Capacity goes up when its use was above the target for two minutes in a row, down when it was 20 points below for fifteen.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html#AutoScaling.HowItWorks
 */
const outMinutes = 2;
const inMinutes = 15;
const clearlyBelowPoints = 20;

/**
 * A table may be given less four times a day, and beyond that once in every hour without one.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#decreasing-provisioned-throughput
 */
const freeDecreases = 4;
const mostDecreases = 27;
const hour = 3600;
const day = 24 * hour;

/** What a policy remembers between minutes. */
export interface ScalingMemory {
  readonly above: number;
  readonly below: number;
  readonly lastOutAt: number;
  readonly lastInAt: number;
  /** Instants of decreases, oldest first. */
  readonly decreases: readonly number[];
}
export const noMemory: ScalingMemory = { above: 0, below: 0, lastOutAt: -Infinity, lastInAt: -Infinity, decreases: [] };

/**
 * What a policy makes of a minute.
 * @param usedPerSecond units, the mean of the minute
 * @param units provisioned now
 * @returns the units to provision from now on; a change takes effect at once here, on AWS within a minute or so
 */
export function scaleCapacity(
  policy: CapacityScaling,
  memory: ScalingMemory,
  now: number,
  usedPerSecond: number,
  units: number,
): readonly [memory: ScalingMemory, units: number] {
  const percent = (100 * usedPerSecond) / units;
  const above = percent > policy.targetPercent ? memory.above + 1 : 0;
  const below = percent <= policy.targetPercent - clearlyBelowPoints ? memory.below + 1 : 0;
  const next = { ...memory, above, below };
  const fitting = Math.ceil((100 * usedPerSecond) / policy.targetPercent);
  const wanted = Math.min(policy.max, Math.max(policy.min, fitting));
  if (wanted > units && above >= outMinutes && now - memory.lastOutAt >= policy.outCooldownSeconds) {
    return [{ ...next, lastOutAt: now }, wanted];
  }
  const rested = now - Math.max(memory.lastInAt, memory.lastOutAt) >= policy.inCooldownSeconds;
  if (wanted < units && below >= inMinutes && policy.scaleIn && rested && mayDecrease(memory.decreases, now)) {
    return [{ ...next, lastInAt: now, decreases: [...memory.decreases, now] }, wanted];
  }
  return [next, units];
}

function mayDecrease(decreases: readonly number[], now: number): boolean {
  const today = decreases.filter((at) => Math.floor(at / day) === Math.floor(now / day));
  if (today.length < freeDecreases) return true;
  return today.length < mostDecreases && now - (today.at(-1) ?? -Infinity) >= hour;
}
