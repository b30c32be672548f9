/** One picture of the reveal. */
export type RevealStep =
  | { readonly kind: 'intro'; readonly ms: number }
  /** `place` from 0, the best. */
  | { readonly kind: 'place'; readonly place: number; readonly ms: number }
  /** `award`: how many are shown, from 1. */
  | { readonly kind: 'award'; readonly award: number; readonly ms: number };

const INTRO_MS = 4000;
/** Second, third and first stand the longest. */
const PODIUM_MS = [9000, 6000, 5000] as const;
const AWARD_MS = 4500;
/** All places below the podium together, and each of them. */
const BELOW_MS = 60_000;
const LEAST_MS = 500;
const MOST_MS = 3500;

/** From the last place to the first, then the awards, at a pace that suits the number of teams. */
export function revealSteps(teams: number, awards: number): readonly RevealStep[] {
  const below = Math.max(0, teams - PODIUM_MS.length);
  const belowMs = Math.min(MOST_MS, Math.max(LEAST_MS, Math.round(BELOW_MS / Math.max(1, below))));
  const places = Array.from({ length: teams }, (_, index): RevealStep => {
    const place = teams - 1 - index;
    return { kind: 'place', place, ms: PODIUM_MS[place] ?? belowMs };
  });
  const given = Array.from({ length: awards }, (_, index): RevealStep => {
    return { kind: 'award', award: index + 1, ms: AWARD_MS };
  });
  return [{ kind: 'intro', ms: INTRO_MS }, ...places, ...given];
}
