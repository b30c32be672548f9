import type { GameDayEvent } from '../event/event';
import type { GameRound } from './team-rounds';

/** A stretch of rounds in which a team's customers were not served well. Instants are event time. */
export interface Impact {
  /** Start of the first checked round below the objective. */
  readonly startSeconds: number;
  /** Start of the first of two consecutive checked rounds back at the objective; null while open. */
  readonly endSeconds: number | null;
  /** The second of those two rounds, at whose end refunds are written; null while open. */
  readonly settledRound: number | null;
  /** Points that its checked rounds missed against all-fast ones, at least 0. */
  readonly loss: number;
}

/**
 * The impacts among a team's rounds, in order.
 *
 * Unchecked and void rounds are passed over: they neither begin nor end an impact, nor break or make up "two consecutive", and
 * lose nothing.
 * @param rounds those that count, ascending
 */
export function impactsOf(event: GameDayEvent, rounds: readonly GameRound[]): readonly Impact[] {
  const { roundSeconds, rules } = event;
  const impacts: Impact[] = [];
  let start: number | undefined;
  let missed = 0;
  /** The good round that ends the impact if the next checked one is good too, and what it missed itself. */
  let firstGood: number | undefined;
  let firstGoodMissed = 0;

  for (const { round, verdict, planned, ratio } of rounds) {
    if (verdict === 'unchecked') continue;
    const good = verdict === 'ok';
    if (start === undefined) {
      if (good) continue;
      start = round;
      missed = 0;
    }
    const missedNow = planned * (rules.worth.fast - ratio);
    if (!good) {
      missed += missedNow + (firstGood === undefined ? 0 : firstGoodMissed);
      firstGood = undefined;
    } else if (firstGood === undefined) {
      firstGood = round;
      firstGoodMissed = missedNow;
    } else {
      impacts.push({
        startSeconds: start * roundSeconds,
        endSeconds: firstGood * roundSeconds,
        settledRound: round,
        loss: Math.max(0, missed),
      });
      start = undefined;
      firstGood = undefined;
    }
  }
  if (start !== undefined) {
    const loss = Math.max(0, missed + (firstGood === undefined ? 0 : firstGoodMissed));
    impacts.push({ startSeconds: start * roundSeconds, endSeconds: null, settledRound: null, loss });
  }
  return impacts;
}
