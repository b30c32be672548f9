import type { Counts, Measurement } from '../records/records';
import type { Verdict } from './verdict';

/** Steps that were sent, whatever became of them. */
export const offeredSteps = (counts: Counts): number =>
  counts.fast + counts.acceptable + counts.slow + counts.faulty + counts.failed;

/**
 * Steps that a round is judged by; 0 when it is unchecked: nothing was measured or sent, or less than half of what was meant to
 * be sent. That is our own failure and never held against a team.
 */
export function checkedSteps(measurement: Measurement | undefined): number {
  if (measurement === undefined) return 0;
  const offered = offeredSteps(measurement);
  return offered < measurement.expected / 2 ? 0 : offered;
}

/** Points per planned step: the mean worth of what was offered. A ratio, so repeated, thinned or sampled measurements change nothing. */
export const worthRatio = (counts: Counts, worth: Counts, offered: number): number =>
  (worth.fast * counts.fast +
    worth.acceptable * counts.acceptable +
    worth.slow * counts.slow +
    worth.faulty * counts.faulty +
    worth.failed * counts.failed) /
  offered;

/**
 * How a team fared in a checked round: `ok` at or above the objective, else `down` when more than half failed, `faulty` when
 * wrong answers alone miss the objective, or `degraded`.
 */
export function verdictOf(counts: Counts, offered: number, objective: number): Exclude<Verdict, 'unchecked'> {
  if ((counts.fast + counts.acceptable) / offered >= objective) return 'ok';
  if (counts.failed / offered > 0.5) return 'down';
  return counts.faulty / offered > 1 - objective ? 'faulty' : 'degraded';
}
