import type { GameRound } from '../score/team-rounds';
import type { RunWindow } from './run-windows';

/**
 * What became of an experiment's hypothesis: `held`, `refuted`, `pending` while it may still turn out either way, `unclear` when the team was
 * not well served before or nothing was measured, `unstated` when no card of the experiment is at hand.
 */
export type HypothesisVerdict = 'held' | 'refuted' | 'pending' | 'unclear' | 'unstated';

/** What a hypothesis is judged by. */
interface Evidence {
  /** Those that count, ascending. */
  readonly rounds: readonly GameRound[];
  readonly roundSeconds: number;
  readonly run: RunWindow;
  /** Within so many seconds of the fault's start the objective is met again, and from then on; 0: it is never missed. */
  readonly recoversWithinSeconds: number;
  /** Customers were not well served when the fault came. */
  readonly sufferedBefore: boolean;
  /** Up to which event time rounds are known; Infinity once no more will come. */
  readonly knownUntilSeconds: number;
}

/**
 * Judges a hypothesis by the rounds from its limit on until the fault ended, at least the first that begins after the limit. Where nothing
 * may ever be missed, the round in which the fault came counts too.
 */
export function judgeHypothesis(evidence: Evidence): HypothesisVerdict {
  const { rounds, roundSeconds, run, recoversWithinSeconds, sufferedBefore, knownUntilSeconds } = evidence;
  const limit = run.startedAtSeconds + recoversWithinSeconds;
  const first = recoversWithinSeconds === 0 ? Math.floor(limit / roundSeconds) : Math.ceil(limit / roundSeconds);
  const ended = run.endedAtSeconds;
  const last = ended === null ? Infinity : Math.max(first, Math.ceil(ended / roundSeconds) - 1);
  const telling = rounds.filter(({ round }) => round >= first && round <= last);
  const checked = telling.filter(({ verdict }) => verdict !== 'unchecked');

  if (checked.some(({ verdict }) => verdict !== 'ok')) return sufferedBefore ? 'unclear' : 'refuted';
  if (ended === null || knownUntilSeconds < (last + 1) * roundSeconds) return 'pending';
  return checked.length === 0 ? 'unclear' : 'held';
}
