import { dayOf } from './day';
import type { GameDayEvent, Instant } from '../event/event';
import type { LogEntry } from '../records/records';

/** What an organizer does to the event's clock. */
export type ClockChange =
  | { readonly type: 'started' | 'paused' | 'resumed' | 'closed' }
  | { readonly type: 'extended'; readonly seconds: number };

/** The entry to write, or why the change would change nothing. */
export type ClockDecision =
  { readonly ok: true; readonly entry: LogEntry } | { readonly ok: false; readonly reason: string };

const MINUTE_MS = 60_000;

/** The load program looks at the log this often at most, so that it knows of a start before it comes. */
const NOTICE_MS = 15_000;

/**
 * Decides on a change of the event's clock. `started` and `resumed` take effect at the next whole minute that is 15 s away or more,
 * so that rounds align with the minutes of CloudWatch; the others at once. Asked twice within one such minute, it is the same entry.
 * @param log everything that was written, entries of the future too
 */
export function clockEntry(
  event: GameDayEvent,
  log: readonly LogEntry[],
  change: ClockChange,
  now: Instant,
): ClockDecision {
  const at = change.type === 'started' || change.type === 'resumed' ? wholeMinute(now + NOTICE_MS) : now;
  const { phase } = dayOf(event, log, at);
  const coming = log.find(
    (entry) => Date.parse(entry.at) > at && (entry.type === 'started' || entry.type === 'resumed'),
  );
  const reason =
    coming !== undefined && change.type === 'paused'
      ? `it goes on at ${coming.at}: pause it after that`
      : refusalOf(event, change, phase);
  if (reason !== undefined) return { ok: false, reason };
  const iso = new Date(at).toISOString();
  return { ok: true, entry: { id: `${change.type}-${iso}`, at: iso, by: 'organizer', ...change } };
}

function refusalOf(
  event: GameDayEvent,
  change: ClockChange,
  phase: ReturnType<typeof dayOf>['phase'],
): string | undefined {
  if (phase === 'closed') return 'the event is closed';
  switch (change.type) {
    case 'started':
      return phase === 'waiting' ? undefined : 'the event has started already';
    case 'paused':
      return phase === 'running' ? undefined : `the event does not run: it is ${phase}`;
    case 'resumed':
      return phase === 'paused' ? undefined : `the event is not paused: it is ${phase}`;
    case 'extended':
      return change.seconds % event.roundSeconds === 0
        ? undefined
        : `rounds last ${event.roundSeconds} s, and the event ends with a whole one`;
    case 'closed':
      return undefined;
  }
}

const wholeMinute = (at: Instant): Instant => Math.ceil(at / MINUTE_MS) * MINUTE_MS;
