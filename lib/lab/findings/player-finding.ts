import type { GameOutcome } from '../outcome';
import type { Variant } from '../variants';
import { mean, spreadOf, type Spread } from './statistics';

/** What a way to play comes to. */
export interface PlayerFinding {
  readonly kind: 'clean' | 'profile' | 'strategy';
  readonly id: string;
  readonly title: string;
  /** By seed in their order. */
  readonly points: readonly number[];
  readonly spread: Spread;
  /** Mean share of the steps served well, 0 to 1. */
  readonly served: number;
  /** Mean spend of a whole event. */
  readonly spendUsd: number;
}

export function playerFinding({ kind, id, title }: Variant, outcomes: readonly GameOutcome[]): PlayerFinding {
  const points = outcomes.map((outcome) => outcome.points);
  const spread = spreadOf(points);
  if (spread === null || kind === 'weakness') throw new Error(`${id} played no game of a player`);
  return {
    kind,
    id,
    title,
    points,
    spread,
    served: mean(outcomes.map(({ served }) => served)),
    spendUsd: mean(outcomes.map(({ spendUsd }) => spendUsd)),
  };
}
