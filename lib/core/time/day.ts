import { effectiveLog, type DatedEntry, type Problem } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';
import { freezeOf, type Freeze } from './freeze';
import type { LogEntry } from '../records/records';
import { endsSecondsOf, instantOf, phaseAt, secondsAt, timelineOf, type Phase, type Timeline } from './timeline';

/** What the log alone says at an instant: everything about the day but what was measured. */
export interface Day {
  readonly now: Instant;
  /** The log that holds, oldest first. */
  readonly entries: readonly DatedEntry[];
  readonly timeline: Timeline;
  readonly phase: Phase;
  readonly eventSeconds: number;
  readonly endsSeconds: number;
  readonly freeze: Freeze;
  readonly problems: readonly Problem[];
}

/** Reads the log up to `now`. */
export function dayOf(event: GameDayEvent, log: readonly LogEntry[], now: Instant): Day {
  const { entries, problems } = effectiveLog(event, log, now);
  const timeline = timelineOf(event, entries);
  const phase = phaseAt(timeline, now);
  const endsSeconds = timeline.endsMs / 1000;
  return {
    now,
    entries,
    timeline,
    phase,
    eventSeconds: Math.min(secondsAt(timeline, now), endsSeconds),
    endsSeconds,
    freeze: freezeOf(event, entries, timeline, now),
    problems,
  };
}

/** How the event stands for one team, for which it may end later than for others. */
export function teamDay(
  { now, timeline, phase, eventSeconds }: Day,
  team: string,
): Pick<Day, 'phase' | 'eventSeconds' | 'endsSeconds'> & {
  /** When it ended; null before. */
  readonly endedAt: Instant | null;
} {
  const endsSeconds = endsSecondsOf(timeline, team);
  const isOver = phase === 'closed' || (timeline.runs.length > 0 && eventSeconds >= endsSeconds);
  return {
    phase: isOver && phase !== 'closed' ? 'ended' : phase,
    eventSeconds: Math.min(eventSeconds, endsSeconds),
    endsSeconds,
    endedAt: isOver ? (instantOf(timeline, endsSeconds) ?? now) : null,
  };
}
