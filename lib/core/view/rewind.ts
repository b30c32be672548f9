import { audienceDay } from './audience';
import type { GameDayEvent, Instant } from '../event/event';
import { playDay } from '../game';
import type { LogEntry, RoundRecord } from '../records/records';
import { dayOf, type Day } from '../time/day';
import { instantOf } from '../time/timeline';
import { drawSnapshot, type Snapshot } from './snapshot';

/** An earlier moment that the audience may go back to. */
export interface EarlierMoment {
  /** Event time: the end of a round, or 0. */
  readonly atSeconds: number;
  readonly at: Instant;
  /** The log that held for the audience then, and of the announcements those that hold still. */
  readonly log: readonly LogEntry[];
}

/**
 * The end of the last round that was over `seconds` into the event, of all that the audience may see now: never beyond the freeze while the
 * board is frozen. Undefined before the start.
 * @param log as it is known at `day.now`
 */
export function earlierMoment(
  event: GameDayEvent,
  log: readonly LogEntry[],
  day: Day,
  seconds: number,
): EarlierMoment | undefined {
  const audience = audienceDay(event, log, day);
  const rounds = Math.floor(Math.min(seconds, audience.eventSeconds) / event.roundSeconds);
  const at = instantOf(audience.timeline, rounds * event.roundSeconds);
  if (at === undefined) return undefined;
  const held = new Set(day.entries.map(({ entry }) => entry.id));
  const entries = audience.entries.map(({ entry }) => entry);
  return {
    atSeconds: rounds * event.roundSeconds,
    at,
    log: entries.filter(({ id, type }) => type !== 'announced' || held.has(id)),
  };
}

/** The board as it would have been at an earlier moment without a freeze; its clock stands still, and no award is given. @param asOf an instant of the server's clock */
export function snapshotThen(
  event: GameDayEvent,
  rounds: readonly RoundRecord[],
  { at, log }: EarlierMoment,
  asOf: Instant,
): Snapshot {
  const day = { ...dayOf(event, log, at), freeze: { at: null, revealed: false } };
  return { ...drawSnapshot(event, day, playDay(event, rounds, day), { asOf, speed: 0 }), awards: null };
}
