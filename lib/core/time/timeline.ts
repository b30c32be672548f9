import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';

/**
 * How event time and the calendar belong together.
 *
 * Event time starts at the first `started` and stands still while paused; repeated `paused` and `resumed` count for nothing.
 * `extended` moves the end only. `closed` before the end ends the event there. Kept in whole milliseconds, so that no rounding
 * decides whether a round has ended.
 */
export interface Timeline {
  /** Stretches in which event time runs, in order; none before the start. */
  readonly runs: readonly Run[];
  /** Event time at which each pause began, ms, ascending. */
  readonly pausesMs: readonly number[];
  /** Event time at which the event ends. */
  readonly endsMs: number;
  readonly paused: boolean;
  /** When the event was closed; null while it is not. */
  readonly closedAt: Instant | null;
}

interface Run {
  readonly fromMs: number;
  /** Infinity while it runs. */
  readonly toMs: number;
  readonly startsAt: Instant;
}

/** waiting → running ⇄ paused → ended → closed. */
export type Phase = 'waiting' | 'running' | 'paused' | 'ended' | 'closed';

/** @param entries the log that holds, oldest first */
export function timelineOf(event: GameDayEvent, entries: readonly DatedEntry[]): Timeline {
  const runs: Run[] = [];
  const pausesMs: number[] = [];
  let endsMs = event.durationSeconds * 1000;
  let closedAt: Instant | null = null;
  let state: 'waiting' | 'running' | 'paused' = 'waiting';

  for (const { at, entry } of entries) {
    const run = runs.at(-1);
    const reachedMs = run === undefined ? 0 : Math.min(run.toMs, run.fromMs + at - run.startsAt);
    const begins: boolean =
      (entry.type === 'started' && state === 'waiting') || (entry.type === 'resumed' && state === 'paused');
    const stops: boolean = (entry.type === 'paused' && state === 'running') || entry.type === 'closed';
    if (begins) {
      runs.push({ fromMs: reachedMs, toMs: Infinity, startsAt: at });
      state = 'running';
    } else if (stops) {
      if (run !== undefined) runs[runs.length - 1] = { ...run, toMs: reachedMs };
      if (entry.type === 'closed') {
        closedAt = at;
        endsMs = Math.min(endsMs, reachedMs);
        break;
      }
      state = 'paused';
      pausesMs.push(reachedMs);
    } else if (entry.type === 'extended') {
      endsMs += entry.seconds * 1000;
    }
  }
  return { runs, pausesMs, endsMs, paused: state === 'paused', closedAt };
}

/** Event time at an instant, in seconds; 0 before the start, and running on past the end. */
export function secondsAt(timeline: Timeline, at: Instant): number {
  const run = timeline.runs.findLast(({ startsAt }) => startsAt <= at);
  return run === undefined ? 0 : Math.min(run.fromMs + at - run.startsAt, run.toMs) / 1000;
}

/** The first instant at which event time is `seconds`, also a coming one; undefined when a pause or the close keeps it from being reached. */
export function instantOf(timeline: Timeline, seconds: number): Instant | undefined {
  const ms = seconds * 1000;
  const run = timeline.runs.find(({ toMs }) => ms <= toMs);
  return run === undefined ? undefined : run.startsAt + ms - run.fromMs;
}

/** Whether the event plays at an instant, pauses included: from its start up to its end or its close. */
export function isDuring(timeline: Timeline, at: Instant): boolean {
  const first = timeline.runs[0];
  if (timeline.closedAt !== null && at > timeline.closedAt) return false;
  return first !== undefined && at >= first.startsAt && secondsAt(timeline, at) * 1000 <= timeline.endsMs;
}

/** What the event does at an instant. */
export function phaseAt(timeline: Timeline, now: Instant): Phase {
  if (timeline.closedAt !== null) return 'closed';
  if (timeline.runs.length === 0) return 'waiting';
  if (secondsAt(timeline, now) * 1000 >= timeline.endsMs) return 'ended';
  return timeline.paused ? 'paused' : 'running';
}
