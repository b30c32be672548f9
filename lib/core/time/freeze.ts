import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';
import { instantOf, type Timeline } from './timeline';

/** What the audience is kept from seeing. */
export interface Freeze {
  /** From when on; null while not frozen. Stays when revealed. */
  readonly at: Instant | null;
  readonly revealed: boolean;
}

/**
 * Whether the audience's view stands still: from the first `frozen`, or from `freezeSeconds` before the originally planned end,
 * whichever is first, until `revealed`. `extended` moves neither; a `revealed` before the freeze counts for nothing.
 */
export function freezeOf(
  event: GameDayEvent,
  entries: readonly DatedEntry[],
  timeline: Timeline,
  now: Instant,
): Freeze {
  const byHand = entries.find(({ entry }) => entry.type === 'frozen')?.at ?? Infinity;
  const byPlan =
    event.freezeSeconds > 0
      ? (instantOf(timeline, Math.max(0, event.durationSeconds - event.freezeSeconds)) ?? Infinity)
      : Infinity;
  const at = Math.min(byHand, byPlan);
  // Of a log that is read to its end, too, a freeze that never comes is none.
  if (at > now || at === Infinity) return { at: null, revealed: false };
  return { at, revealed: entries.some(({ at: since, entry }) => entry.type === 'revealed' && since >= at) };
}
