import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';
import { secondsAt, type Timeline } from './timeline';

type TrafficPlan = Pick<GameDayEvent, 'traffic' | 'spikes'>;

/** Planned traffic is multiplied by `factor` from `atSeconds` of event time until the next. */
interface TrafficFactor {
  readonly atSeconds: number;
  readonly factor: number;
}

/**
 * Live changes of the traffic that a team gets, ascending.
 *
 * An entry without a team replaces the event-wide factor from then on, one with a team that team's own; a team's traffic is multiplied by both.
 * @param team undefined for the traffic that no team's own factor changes
 */
export function trafficFactors(
  entries: readonly DatedEntry[],
  timeline: Timeline,
  team: string | undefined,
): readonly TrafficFactor[] {
  const factors: TrafficFactor[] = [];
  let everybody = 1;
  let own = 1;
  for (const { at, entry } of entries) {
    if (entry.type !== 'traffic') continue;
    if (entry.team === undefined) everybody = entry.factor;
    else if (entry.team === team) own = entry.factor;
    else continue;
    factors.push({ atSeconds: secondsAt(timeline, at), factor: everybody * own });
  }
  return factors;
}

/** Planned arrival rate at an instant of event time, in steps per second and team, spikes and factors included. A spike holds from its start up to, not at, its end. */
export function stepsPerSecondAt(plan: TrafficPlan, seconds: number, factors: readonly TrafficFactor[] = []): number {
  let rate = plainRate(plan, seconds);
  for (const { atSeconds, forSeconds, times } of plan.spikes) {
    if (seconds >= atSeconds && seconds < atSeconds + forSeconds) rate *= times;
  }
  const factor = factors.findLast(({ atSeconds }) => atSeconds <= seconds);
  return factor === undefined ? rate : rate * factor.factor;
}

/**
 * Planned rate of a team at an instant of the calendar, as it was known then: a change made later in the same pause, at the same
 * event time, never prices anew a declaration made before it.
 */
export function stepsPerSecondThen(
  plan: TrafficPlan,
  entries: readonly DatedEntry[],
  timeline: Timeline,
  team: string,
  at: Instant,
): number {
  const known = entries.filter((dated) => dated.at <= at);
  return stepsPerSecondAt(plan, secondsAt(timeline, at), trafficFactors(known, timeline, team));
}

/** Planned steps per team between two instants of event time: the plan integrated, exact but for rounding. */
export function plannedStepsBetween(
  plan: TrafficPlan,
  fromSeconds: number,
  toSeconds: number,
  factors: readonly TrafficFactor[] = [],
): number {
  return integrate(plan, factors, bends(plan, factors), fromSeconds, toSeconds);
}

/** Mean planned rate of the event as its file plans it, in steps per second and team: known beforehand, whatever is changed on the day. */
export const meanStepsPerSecond = (event: TrafficPlan & Pick<GameDayEvent, 'durationSeconds'>): number =>
  plannedStepsBetween(event, 0, event.durationSeconds) / event.durationSeconds;

/** Planned steps per team of each of the first `count` rounds. */
export function plannedByRound(
  event: TrafficPlan & Pick<GameDayEvent, 'roundSeconds'>,
  count: number,
  factors: readonly TrafficFactor[] = [],
): Float64Array {
  const corners = bends(event, factors);
  return Float64Array.from({ length: count }, (_, round) =>
    integrate(event, factors, corners, round * event.roundSeconds, (round + 1) * event.roundSeconds),
  );
}

function plainRate({ traffic }: TrafficPlan, seconds: number): number {
  const next = traffic.findIndex(({ atSeconds }) => atSeconds > seconds);
  const after = traffic[next];
  const before = next === -1 ? traffic.at(-1) : traffic[next - 1];
  if (before === undefined) return after?.stepsPerSecond ?? 0;
  if (after === undefined) return before.stepsPerSecond;
  const share = (seconds - before.atSeconds) / (after.atSeconds - before.atSeconds);
  return before.stepsPerSecond + share * (after.stepsPerSecond - before.stepsPerSecond);
}

/** Instants between which the planned rate is a straight line, ascending. */
function bends(plan: TrafficPlan, factors: readonly TrafficFactor[]): readonly number[] {
  return [
    ...plan.traffic.map(({ atSeconds }) => atSeconds),
    ...plan.spikes.flatMap(({ atSeconds, forSeconds }) => [atSeconds, atSeconds + forSeconds]),
    ...factors.map(({ atSeconds }) => atSeconds),
  ].sort((a, b) => a - b);
}

/** On a straight line the mean is the rate at the middle, which no jump at either end can blur. */
function integrate(
  plan: TrafficPlan,
  factors: readonly TrafficFactor[],
  corners: readonly number[],
  fromSeconds: number,
  toSeconds: number,
): number {
  let steps = 0;
  let from = fromSeconds;
  for (const corner of corners) {
    if (corner <= from) continue;
    if (corner >= toSeconds) break;
    steps += stepsPerSecondAt(plan, (from + corner) / 2, factors) * (corner - from);
    from = corner;
  }
  return toSeconds > from
    ? steps + stepsPerSecondAt(plan, (from + toSeconds) / 2, factors) * (toSeconds - from)
    : steps;
}
