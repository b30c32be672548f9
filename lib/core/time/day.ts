import { effectiveLog, type DatedEntry, type Problem } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';
import { freezeOf, type Freeze } from './freeze';
import type { LogEntry } from '../records/records';
import { instantOf, phaseAt, secondsAt, timelineOf, type Phase, type Timeline } from './timeline';

/** What the log alone says at an instant: everything about the day but what was measured. */
export interface Day {
  readonly now: Instant;
  /** The log that holds, oldest first. */
  readonly entries: readonly DatedEntry[];
  readonly timeline: Timeline;
  readonly phase: Phase;
  readonly eventSeconds: number;
  readonly endsSeconds: number;
  /** When the event ended; null before. */
  readonly endedAt: Instant | null;
  readonly freeze: Freeze;
  readonly problems: readonly Problem[];
}

/** Reads the log up to `now`. */
export function dayOf(event: GameDayEvent, log: readonly LogEntry[], now: Instant): Day {
  const { entries, problems } = effectiveLog(event, log, now);
  const timeline = timelineOf(event, entries);
  const phase = phaseAt(timeline, now);
  const endsSeconds = timeline.endsMs / 1000;
  const over = phase === 'ended' || phase === 'closed';
  return {
    now,
    entries,
    timeline,
    phase,
    eventSeconds: Math.min(secondsAt(timeline, now), endsSeconds),
    endsSeconds,
    endedAt: over ? (instantOf(timeline, endsSeconds) ?? now) : null,
    freeze: freezeOf(event, entries, timeline, now),
    problems,
  };
}
