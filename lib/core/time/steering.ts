import { dayOf, type Day } from './day';
import type { GameDayEvent, Instant } from '../event/event';
import type { LogEntry } from '../records/records';

/** What an organizer does to the day: to its clock, its traffic, and what the audience is told. */
export type Steering =
  | { readonly type: 'started' | 'paused' | 'resumed' | 'closed' | 'frozen' | 'revealed' }
  | { readonly type: 'extended'; readonly seconds: number }
  /** Planned traffic times `factor` from now on, for one team or all. */
  | { readonly type: 'traffic'; readonly factor: number; readonly team?: string }
  | { readonly type: 'announced'; readonly text: string };

/** The entry to write, or why it would change nothing. */
export type SteeringDecision =
  { readonly ok: true; readonly entry: LogEntry } | { readonly ok: false; readonly reason: string };

const MINUTE_MS = 60_000;

/** The load program looks at the log this often at most, so that it knows of a start before it comes. */
const NOTICE_MS = 15_000;

/**
 * Decides on what an organizer wants of the day. `started` and `resumed` take effect at the next whole minute that is 15 s away or more,
 * so that rounds align with the minutes of CloudWatch; the others at once. Asked twice within one such minute, it is the same entry.
 * @param log everything that was written, entries of the future too
 */
export function steeringEntry(
  event: GameDayEvent,
  log: readonly LogEntry[],
  change: Steering,
  now: Instant,
): SteeringDecision {
  const at = change.type === 'started' || change.type === 'resumed' ? wholeMinute(now + NOTICE_MS) : now;
  const day = dayOf(event, log, at);
  const coming = log.find(
    (entry) => Date.parse(entry.at) > at && (entry.type === 'started' || entry.type === 'resumed'),
  );
  const reason =
    coming !== undefined && change.type === 'paused'
      ? `it goes on at ${coming.at}: pause it after that`
      : refusalOf(event, change, day);
  if (reason !== undefined) return { ok: false, reason };
  const iso = new Date(at).toISOString();
  return { ok: true, entry: { id: `${change.type}-${iso}`, at: iso, by: 'organizer', ...change } };
}

function refusalOf(event: GameDayEvent, change: Steering, { phase, freeze }: Day): string | undefined {
  // The final standings may be shown when everybody has gone home, too.
  if (change.type === 'revealed') {
    if (freeze.at === null) return 'the scoreboard is not frozen';
    return freeze.revealed ? 'the final standings are revealed already' : undefined;
  }
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
    case 'frozen':
      return freeze.at === null ? undefined : 'the scoreboard is frozen already';
    case 'traffic':
      return change.team === undefined || event.teams.some(({ id }) => id === change.team)
        ? undefined
        : `the event has no team "${change.team}"; it has ${event.teams.map(({ id }) => id).join(', ')}`;
    case 'announced':
    case 'closed':
      return undefined;
  }
}

const wholeMinute = (at: Instant): Instant => Math.ceil(at / MINUTE_MS) * MINUTE_MS;
