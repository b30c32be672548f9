import type { Game } from '../core/game';

/** What came of a game. */
export interface GameOutcome {
  readonly points: number;
  /** By round: what its lines in the ledger earned and cost. Sums to `points`. */
  readonly pointsByRound: readonly number[];
  readonly impacts: readonly OutcomeImpact[];
  /** Share of the steps served well, 0 to 1. */
  readonly served: number;
  readonly spendUsd: number;
}

/** Event seconds; null for what never happened. */
export interface OutcomeImpact {
  readonly startSeconds: number;
  readonly endSeconds: number | null;
  readonly declaredAtSeconds: number | null;
}

/** @param game at its end, of one team @param rounds of the whole event */
export function outcomeOf(game: Game, rounds: number): GameOutcome {
  const [team] = game.teams;
  if (team === undefined) throw new Error('a game of the lab has one team');
  const pointsByRound = new Array<number>(rounds).fill(0);
  for (const { round, points } of team.lines) {
    // What is written at the very end belongs to the last round.
    const within = Math.min(round, rounds - 1);
    pointsByRound[within] = (pointsByRound[within] ?? 0) + points;
  }
  return {
    points: team.points,
    pointsByRound,
    impacts: team.impacts.map(({ startSeconds, endSeconds, declaredAtSeconds }) => ({
      startSeconds,
      endSeconds,
      declaredAtSeconds,
    })),
    served: team.served,
    spendUsd: team.spendUsd,
  };
}
