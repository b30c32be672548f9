import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';

/**
 * How event time and the calendar belong together.
 *
 * Event time starts at the first `started` and stands still while paused; repeated `paused` and `resumed` count for nothing.
 * `extended` moves the end only: everybody's, or with a team that team's own. `closed` before the end ends the event there. Kept in
 * whole milliseconds, so that no rounding decides whether a round has ended.
 */
export interface Timeline {
  /** Stretches in which event time runs, in order; none before the start. */
  readonly runs: readonly Run[];
  /** Event time at which each pause began, ms, ascending. */
  readonly pausesMs: readonly number[];
  /** Event time at which the event ends for all who have no extra time. */
  readonly commonEndsMs: number;
  /** The same for the teams that have. */
  readonly ownEndsMs: ReadonlyMap<string, number>;
  /** Event time at which the event ends: the last of these. */
  readonly endsMs: number;
  readonly paused: boolean;
  /** When the event was closed; null while it is not. */
  readonly closedAt: Instant | null;
}

export interface Run {
  readonly fromMs: number;
  /** Infinity while it runs. */
  readonly toMs: number;
  readonly startsAt: Instant;
}

/** Later than any entry: a log read up to here is read to its end, with what is yet to come, such as a start on the next minute. */
export const END_OF_TIME: Instant = Number.MAX_SAFE_INTEGER;

/** waiting → running ⇄ paused → ended → closed. */
export type Phase = 'waiting' | 'running' | 'paused' | 'ended' | 'closed';

/** @param entries the log that holds, oldest first */
export function timelineOf(event: GameDayEvent, entries: readonly DatedEntry[]): Timeline {
  const runs: Run[] = [];
  const pausesMs: number[] = [];
  let commonEndsMs = event.durationSeconds * 1000;
  let latestMs = Infinity;
  const extraMs = new Map<string, number>();
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
        latestMs = reachedMs;
        break;
      }
      state = 'paused';
      pausesMs.push(reachedMs);
    } else if (entry.type === 'extended') {
      if (entry.team === undefined) commonEndsMs += entry.seconds * 1000;
      else extraMs.set(entry.team, (extraMs.get(entry.team) ?? 0) + entry.seconds * 1000);
    }
  }
  const endAfter = (extra: number): number => Math.min(commonEndsMs + extra, latestMs);
  return {
    runs,
    pausesMs,
    commonEndsMs: endAfter(0),
    ownEndsMs: new Map([...extraMs].map(([team, extra]) => [team, endAfter(extra)])),
    endsMs: endAfter(Math.max(0, ...extraMs.values())),
    paused: state === 'paused',
    closedAt,
  };
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

/** Event time at which the event ends for a team, in seconds. */
export const endsSecondsOf = ({ ownEndsMs, commonEndsMs }: Timeline, team: string): number =>
  (ownEndsMs.get(team) ?? commonEndsMs) / 1000;

/** How many rounds there are for a team. */
export const roundsOf = (
  { roundSeconds }: Pick<GameDayEvent, 'roundSeconds'>,
  timeline: Timeline,
  team: string,
): number => Math.floor(endsSecondsOf(timeline, team) / roundSeconds);

/** Whether the event plays for a team at an instant, pauses included: from its start up to the team's end or the close. */
export function isDuring(timeline: Timeline, at: Instant, team: string): boolean {
  const first = timeline.runs[0];
  if (timeline.closedAt !== null && at > timeline.closedAt) return false;
  return first !== undefined && at >= first.startsAt && secondsAt(timeline, at) <= endsSecondsOf(timeline, team);
}

/** What the event does at an instant. */
export function phaseAt(timeline: Timeline, now: Instant): Phase {
  if (timeline.closedAt !== null) return 'closed';
  if (timeline.runs.length === 0) return 'waiting';
  if (secondsAt(timeline, now) * 1000 >= timeline.endsMs) return 'ended';
  return timeline.paused ? 'paused' : 'running';
}
