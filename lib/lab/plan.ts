import type { Variant } from './variants';

/** One game: a team's whole event by one variant, under one seed of all chance. */
export interface PlannedGame {
  readonly variant: Variant;
  readonly seed: number;
}

/** Fewer seeds say nothing about chance. */
const LEAST_SEEDS = 3;

/** Whole seeds that so many games are enough for, each played by every variant; at least three. */
export const seedsFor = (games: number, variants: number): number =>
  Math.max(LEAST_SEEDS, Math.floor(games / variants));

/** Every variant under every seed, from `firstSeed` on. The same seed gives the same dice to every variant, so that differences are paired. */
export function planGames(variants: readonly Variant[], firstSeed: number, seeds: number): readonly PlannedGame[] {
  return Array.from({ length: seeds }, (_, index) => firstSeed + index).flatMap((seed) =>
    variants.map((variant) => ({ variant, seed })),
  );
}
