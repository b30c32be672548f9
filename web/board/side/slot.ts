import type { Snapshot } from '../../../lib/core/view/snapshot';
import type { Spotlight } from '../../../lib/core/view/spotlight';
import { spotlightAt, type HeldSpotlights } from './spotlight';

/** What stands between the graph and the news. */
export type Slot =
  { readonly kind: 'spotlight'; readonly spotlight: Spotlight } | { readonly kind: 'freeze' | 'awards' | 'incidents' };

/** Of this, two thirds belong to what the moment is about and one to the incidents. */
const TURN_MS = 24_000;

/** A spotlight stands above all; a freeze and awards take turns with the incidents. */
export function slotAt(snapshot: Snapshot, held: HeldSpotlights | undefined, viewerMs: number): Slot {
  const spotlight = spotlightAt(held, viewerMs);
  if (spotlight !== undefined) return { kind: 'spotlight', spotlight };
  const own = snapshot.freeze.frozen ? 'freeze' : snapshot.awards !== null ? 'awards' : undefined;
  return { kind: own !== undefined && viewerMs % TURN_MS < (TURN_MS * 2) / 3 ? own : 'incidents' };
}
