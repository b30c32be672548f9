import { dayOf, teamDay, type Day } from './day';
import type { GameDayEvent, Instant } from '../event/event';
import type { LogEntry } from '../records/records';

/** What an organizer does to the day: to its clock, its traffic, and what the audience is told. */
export type Steering =
  | { readonly type: 'started' | 'paused' | 'resumed' | 'closed' | 'frozen' | 'revealed' }
  /** For one team or all. */
  | { readonly type: 'extended'; readonly seconds: number; readonly team?: string }
  /** Planned traffic times `factor` from now on, for one team or all. */
  | { readonly type: 'traffic'; readonly factor: number; readonly team?: string }
  | { readonly type: 'announced'; readonly text: string };

/** Every kind of it. */
export const steeringTypes: readonly Steering['type'][] = [
  'started',
  'paused',
  'resumed',
  'extended',
  'traffic',
  'announced',
  'frozen',
  'revealed',
  'closed',
];

/** The entry to write, or why it would change nothing. */
export type SteeringDecision =
  { readonly ok: true; readonly entry: LogEntry } | { readonly ok: false; readonly reason: string };

const MINUTE_MS = 60_000;

/** The load program looks at the log this often at most, so that it knows of a start before it comes. */
const NOTICE_MS = 15_000;

/** What a decision depends on besides the day. */
export interface SteeringMoment {
  readonly now: Instant;
  /** Of an entry: what is told or set twice in one instant is two facts. */
  readonly newId: string;
  /** When a start or a resumption that is asked for now takes effect. @default `nextWholeMinute` */
  readonly beginsAt?: (now: Instant) => Instant;
}

/**
 * Decides on what an organizer wants of the day. `started` and `resumed` take effect when whoever sends the traffic can be ready, the others at
 * once. Asked twice before such an instant, it is the same entry, unless the first was called off.
 * @param log everything that was written, entries of the future too
 */
export function steeringEntry(
  event: GameDayEvent,
  log: readonly LogEntry[],
  change: Steering,
  { now, newId, beginsAt = nextWholeMinute }: SteeringMoment,
): SteeringDecision {
  const begins = change.type === 'started' || change.type === 'resumed';
  const at = begins ? beginsAt(now) : now;
  const day = dayOf(event, log, at);
  const calledOff = new Set(log.flatMap((entry) => (entry.type === 'retracted' ? [entry.entry] : [])));
  const coming = log.find(
    (entry) =>
      Date.parse(entry.at) > at && (entry.type === 'started' || entry.type === 'resumed') && !calledOff.has(entry.id),
  );
  const reason =
    coming !== undefined && change.type === 'paused'
      ? `it goes on at ${coming.at}: pause it after that`
      : refusalOf(event, change, day);
  if (reason !== undefined) return { ok: false, reason };
  const iso = new Date(at).toISOString();
  const once = `${change.type}-${iso}`;
  const id = begins && !calledOff.has(once) ? once : `${change.type}-${newId}`;
  return { ok: true, entry: { id, at: iso, by: 'organizer', ...change } };
}

/** The next whole minute that is 15 s away or more, so that rounds align with the minutes of CloudWatch. */
const nextWholeMinute = (now: Instant): Instant => Math.ceil((now + NOTICE_MS) / MINUTE_MS) * MINUTE_MS;

function refusalOf(event: GameDayEvent, change: Steering, day: Day): string | undefined {
  const { phase, freeze } = day;
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
      return (
        strangerIn(event, change.team) ??
        (change.seconds % event.roundSeconds === 0
          ? undefined
          : `rounds last ${event.roundSeconds} s, and the event ends with a whole one`) ??
        (hasEnded(event, day, change.team)
          ? 'it has ended already: rounds would lie where nobody sent any traffic'
          : undefined)
      );
    case 'frozen':
      return freeze.at === null ? undefined : 'the scoreboard is frozen already';
    case 'traffic':
      return strangerIn(event, change.team);
    case 'announced':
    case 'closed':
      return undefined;
  }
}

const strangerIn = ({ teams }: GameDayEvent, team: string | undefined): string | undefined =>
  team === undefined || teams.some(({ id }) => id === team)
    ? undefined
    : `the event has no team "${team}"; it has ${teams.map(({ id }) => id).join(', ')}`;

/** Whether time is up for a team, or for anybody whom a common extension would concern. */
const hasEnded = ({ teams }: GameDayEvent, day: Day, team: string | undefined): boolean =>
  (team === undefined ? teams.map(({ id }) => id) : [team]).some((id) => teamDay(day, id).phase === 'ended');
