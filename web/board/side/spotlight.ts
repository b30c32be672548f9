import type { Snapshot } from '../../../lib/core/view/snapshot';
import type { Spotlight } from '../../../lib/core/view/spotlight';

/** What is shown of a round for a while, also when the next rounds have come. */
export interface HeldSpotlights {
  readonly round: number;
  readonly spotlights: readonly Spotlight[];
  /** On the viewer's clock. */
  readonly sinceMs: number;
}

/** How long each stands. */
const STANDS_MS = 6000;
/** Between the last of one round and the first of another. */
const RESTS_MS = 12_000;

/** Takes up what a newer board shows when the one before has stood and rested; drops everything at the freeze. */
export function holdSpotlights(
  held: HeldSpotlights | undefined,
  { spotlights }: Pick<Snapshot, 'spotlights'>,
  nowMs: number,
): HeldSpotlights | undefined {
  const round = spotlights[0]?.round;
  if (round === undefined) return undefined;
  if (held !== undefined) {
    const standsUntilMs = held.sinceMs + held.spotlights.length * STANDS_MS;
    if (round === held.round || nowMs < standsUntilMs + RESTS_MS) return held;
  }
  return { round, spotlights, sinceMs: nowMs };
}

/** The one that stands now. */
export const spotlightAt = (held: HeldSpotlights | undefined, nowMs: number): Spotlight | undefined =>
  held?.spotlights[Math.floor((nowMs - held.sinceMs) / STANDS_MS)];
