import type { Snapshot } from '../../lib/core/view/snapshot';
import { serverTime } from '../shared/server-clock';
import type { Feed } from './poll';

/** Whether the standings can be trusted to be now's. `ageSeconds` is how old they are. */
export type Freshness =
  | { readonly state: 'live' }
  | { readonly state: 'stale'; readonly ageSeconds: number; readonly because: 'unreachable' | 'not-scored' };

/** A single slow answer is no news; the audience hears of it after this long. */
const UNREACHABLE_AFTER_MS = 4000;
/** A scorer may be late by some rounds before the board says so, and by this much in any case (fast rehearsals). */
const LATE_ROUNDS = 3;
const LATE_MS = 20_000;

/** How fresh a feed's snapshot is when the viewer's clock shows `viewerMs`: cut off from the server, or served but no longer scored. */
export function freshnessOf(feed: Feed, snapshot: Snapshot, viewerMs: number): Freshness {
  const silentMs = viewerMs - (feed.answeredAtMs ?? viewerMs);
  if (feed.failures > 0 && silentMs >= UNREACHABLE_AFTER_MS) {
    return { state: 'stale', ageSeconds: silentMs / 1000, because: 'unreachable' };
  }
  const { clock, event } = snapshot;
  const ageMs = serverTime(feed.offset, viewerMs) - Date.parse(clock.asOf);
  const roundMs = (event.roundSeconds / clock.speed) * 1000;
  if (clock.phase === 'running' && ageMs > LATE_ROUNDS * roundMs + LATE_MS) {
    return { state: 'stale', ageSeconds: ageMs / 1000, because: 'not-scored' };
  }
  return { state: 'live' };
}
