import type { WeaknessCard } from '../../core/scenario';
import type { GameOutcome } from '../outcome';
import type { Condition } from './conditions';
import { mean, spreadOf, type Spread } from './statistics';

/** What the lab tells of a weakness's card. */
export type LabWeakness = Pick<WeaknessCard, 'id' | 'title' | 'failureClass' | 'symptom' | 'exposedBy' | 'repair'>;

/** What a weakness costs when it alone is left in and nobody does anything, against the clean team of the same seed. */
export interface WeaknessFinding extends LabWeakness {
  /** Points lost, by seed in their order. */
  readonly lost: readonly number[];
  readonly spread: Spread;
  /** Mean loss as a share of the clean team's mean points; 0 when a clean team earns nothing. */
  readonly share: number;
  /** Seeds in which it cost 1 % of the clean team's points or more. */
  readonly seeds: number;
  /** Where the loss came about, the greatest first; sums to the mean loss. Conditions under which nothing was lost or won are left out. */
  readonly under: readonly ConditionLoss[];
}

export interface ConditionLoss {
  /** Id of the condition. */
  readonly condition: string;
  /** Mean points lost under it; below 0 when the weakness did better there. */
  readonly lost: number;
  /** Seeds in which anything was lost under it. */
  readonly seeds: number;
}

/** Share of a clean team's points that a weakness must cost to matter. */
export const LEAST_SHARE = 0.01;

/** @param rounds the condition of each round @param clean and @param left outcomes by seed, in the same order */
export function weaknessFinding(
  { id, title, failureClass, symptom, exposedBy, repair }: LabWeakness,
  rounds: readonly Condition[],
  clean: readonly GameOutcome[],
  left: readonly GameOutcome[],
): WeaknessFinding {
  const lost = clean.map(({ points }, seed) => points - (left[seed]?.points ?? 0));
  const cleanPoints = mean(clean.map(({ points }) => points));
  const bySeed = clean.map((outcome, seed) => lossByCondition(rounds, outcome, left[seed]));
  const under = [...new Set(rounds)].map(({ id }): ConditionLoss => {
    const losses = bySeed.map((losses) => losses.get(id) ?? 0);
    return { condition: id, lost: mean(losses), seeds: losses.filter((loss) => loss > 0).length };
  });
  const spread = spreadOf(lost);
  if (spread === null) throw new Error('a lab without seeds finds nothing');
  return {
    id,
    title,
    failureClass,
    symptom,
    exposedBy,
    repair,
    lost,
    spread,
    share: cleanPoints > 0 ? spread.mean / cleanPoints : 0,
    seeds: lost.filter((loss, seed) => loss >= LEAST_SHARE * Math.max(1, clean[seed]?.points ?? 0)).length,
    under: under.filter((each) => each.lost !== 0).sort((a, b) => b.lost - a.lost),
  };
}

/** Points by which one team fell behind another, by the condition of the round in which it did. Sums to the whole difference. */
function lossByCondition(
  rounds: readonly Condition[],
  clean: GameOutcome,
  other: GameOutcome | undefined,
): ReadonlyMap<string, number> {
  const losses = new Map<string, number>();
  rounds.forEach(({ id }, round) => {
    const loss = (clean.pointsByRound[round] ?? 0) - (other?.pointsByRound[round] ?? 0);
    losses.set(id, (losses.get(id) ?? 0) + loss);
  });
  return losses;
}
