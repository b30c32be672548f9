import type { GameDayEvent } from '../../lib/core/event/event';
import type { LogEntry } from '../../lib/core/records/records';
import { windowSeconds } from '../../lib/core/scorer/ports';
import { dayOf } from '../../lib/core/time/day';
import { END_OF_TIME, endsSecondsOf, secondsAt } from '../../lib/core/time/timeline';
import { plannedStepsBetween, trafficFactors } from '../../lib/core/time/traffic';

export const windowMs = windowSeconds * 1000;

/** The traffic plan on the calendar. Windows are whole ten seconds of the clock, numbered from 1970 on. */
export interface CalendarPlan {
  /** Windows that may hold journeys, the end excluded. */
  readonly fromWindow: number;
  readonly untilWindow: number;
  /** Whole journeys to begin in a window: over any stretch they are the planned ones, rounded down at both ends. */
  journeys(team: string, window: number): number;
}

/** Undefined while the log knows of no start. */
export function calendarPlan(
  event: GameDayEvent,
  log: readonly LogEntry[],
  journeySteps: number,
): CalendarPlan | undefined {
  const { entries, timeline } = dayOf(event, log, END_OF_TIME);
  const first = timeline.runs[0];
  const last = timeline.runs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const endsAt = last.startsAt + Math.max(0, Math.min(last.toMs, timeline.endsMs) - last.fromMs);

  const changed = new Set(
    entries.flatMap(({ entry }) =>
      (entry.type === 'traffic' || entry.type === 'extended') && entry.team !== undefined ? [entry.team] : [],
    ),
  );
  const ofMost = begunBefore(undefined);
  const own = new Map([...changed].map((team) => [team, begunBefore(team)]));
  return {
    fromWindow: Math.floor(first.startsAt / windowMs),
    untilWindow: Math.ceil(endsAt / windowMs),
    journeys: (team, window) => {
      const begun = own.get(team) ?? ofMost;
      return begun(window + 1) - begun(window);
    },
  };

  /** Journeys of a team that have begun before a window, remembered by window. */
  function begunBefore(team: string | undefined): (window: number) => number {
    const factors = trafficFactors(entries, timeline, team);
    const endsSeconds = team === undefined ? timeline.commonEndsMs / 1000 : endsSecondsOf(timeline, team);
    const known = new Map<number, number>();
    return (window) => {
      const before = known.get(window);
      if (before !== undefined) return before;
      const seconds = Math.min(secondsAt(timeline, window * windowMs), endsSeconds);
      // Sums of fractions fall short of whole numbers by rounding errors.
      const journeys = Math.floor(plannedStepsBetween(event, 0, seconds, factors) / journeySteps + 1e-6);
      known.set(window, journeys);
      return journeys;
    };
  }
}
