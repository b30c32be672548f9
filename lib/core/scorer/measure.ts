import type { GameDayEvent, Instant } from '../event/event';
import { stepClasses, type Measurement } from '../records/records';
import { plannedStepsBetween, type trafficFactors } from '../time/traffic';
import type { EndedRound } from './due-rounds';
import { windowSeconds, type Spend, type TeamWindow } from './ports';

const WINDOW_MS = windowSeconds * 1000;

/** Starts of the windows that count for a round: those that begin in it. */
export function windowStarts({ span }: EndedRound): readonly Instant[] {
  const first = Math.ceil(span.from / WINDOW_MS) * WINDOW_MS;
  const count = Math.max(0, Math.ceil((span.to - first) / WINDOW_MS));
  return Array.from({ length: count }, (_, index) => first + index * WINDOW_MS);
}

/**
 * One team's measurement of a round, put together from its windows.
 *
 * A window that is not there was to hold what was planned, and holds nothing: so a round of which less than half arrived is unchecked by
 * the game's own rule, which is our failure and never the team's. Latencies are means of the windows', weighted by their
 * answers: exact percentiles cannot be had from percentiles, and nothing is scored by them.
 *
 * @param windows by start, of this team
 * @param factors of this team
 */
export function measured(
  event: GameDayEvent,
  ended: EndedRound,
  windows: ReadonlyMap<Instant, TeamWindow>,
  factors: ReturnType<typeof trafficFactors>,
  spend: Spend | undefined,
): Measurement {
  const starts = windowStarts(ended);
  const present = starts.flatMap((start) => windows.get(start) ?? []);
  const planned = starts
    .filter((start) => !windows.has(start))
    .map((start) => {
      const seconds = ended.round * event.roundSeconds + (start - ended.span.from) / 1000;
      return plannedStepsBetween(event, seconds, seconds + windowSeconds, factors);
    });
  const counts = Object.fromEntries(
    stepClasses.map((name) => [name, sum(present.map((window) => window[name]))]),
  ) as Pick<Measurement, (typeof stepClasses)[number]>;
  const missing = planned.length === 0 ? [] : [`windows missing: ${planned.length} of ${starts.length}`];
  const flags = [...missing, ...present.flatMap((window) => window.flags), ...(spend?.flags ?? [])];
  return {
    expected: sum(present.map((window) => window.expected)) + Math.round(sum(planned)),
    ...counts,
    p50Ms: weightedMean(present, ({ p50Ms }) => p50Ms),
    p95Ms: weightedMean(present, ({ p95Ms }) => p95Ms),
    ...(spend === undefined ? {} : { spendUsdPerHour: spend.usdPerHour }),
    flags: [...new Set(flags)].sort(),
  };
}

function weightedMean(windows: readonly TeamWindow[], of: (window: TeamWindow) => number): number {
  const answered = windows.map(({ fast, acceptable, slow, faulty }) => fast + acceptable + slow + faulty);
  const total = sum(answered);
  if (total === 0) return 0;
  const mean = sum(windows.map((window, index) => of(window) * (answered[index] ?? 0))) / total;
  return Math.round(mean * 10) / 10;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
