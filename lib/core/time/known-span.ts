import type { GameDayEvent, Instant } from '../event/event';
import type { LogEntry, RoundRecord } from '../records/records';
import { dayOf } from './day';
import { END_OF_TIME, instantOf } from './timeline';

/** Instants of the calendar: the start of an event, and the latest of which anything is known. */
interface KnownSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * From the start to the end of the last round that was measured, or to a later entry of the log. Rounds beyond the event's end do
 * not exist. Undefined when the log does not say when the event started.
 */
export function knownSpan(
  event: GameDayEvent,
  rounds: readonly RoundRecord[],
  log: readonly LogEntry[],
): KnownSpan | undefined {
  const { timeline, endsSeconds } = dayOf(event, log, END_OF_TIME);
  const from = timeline.runs[0]?.startsAt;
  if (from === undefined) return undefined;
  const lastRound = rounds.reduce((last, { round }) => Math.max(last, round), -1);
  const measuredUntil = instantOf(timeline, Math.min((lastRound + 1) * event.roundSeconds, endsSeconds)) ?? from;
  return { from, to: log.reduce((last, { at }) => Math.max(last, Date.parse(at)), measuredUntil) };
}
