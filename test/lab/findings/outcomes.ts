import type { GameOutcome } from '../../../lib/lab/outcome';

/** A game's outcome with these points by round. */
export const anOutcome = (pointsByRound: readonly number[], parts: Partial<GameOutcome> = {}): GameOutcome => ({
  points: pointsByRound.reduce((sum, points) => sum + points, 0),
  pointsByRound,
  impacts: [],
  served: 1,
  spendUsd: 1,
  ...parts,
});
