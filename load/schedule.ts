import type { LoadOrder } from './protocol';

/** Real length of a window, ms; need not be whole. */
export function windowLengthMs(order: LoadOrder): number {
  return (order.windowSeconds * 1000) / order.speed;
}

/** Real instant at which a window begins. */
export function windowStartMs(order: LoadOrder, window: number): number {
  return order.startsAtMs + window * windowLengthMs(order);
}

/** The window that a real instant falls in; may lie outside the order's windows. */
export function windowAt(order: LoadOrder, atMs: number): number {
  return Math.floor((atMs - order.startsAtMs) / windowLengthMs(order));
}

/** Event instant (event's calendar) of a real instant. */
export function calendarAt(order: Pick<LoadOrder, 'calendarStartMs' | 'startsAtMs' | 'speed'>, atMs: number): number {
  return order.calendarStartMs + (atMs - order.startsAtMs) * order.speed;
}

/** A journey that is to be begun. */
export interface Slot {
  readonly window: number;
  readonly dueMs: number;
  /** Counts the team's journeys of this order from 0. */
  readonly ordinal: number;
}

/**
 * A team's journeys in order, evenly spread over each window. k6 begins the nth journey of a window when n are due, so both engines
 * do; `staggerMs` then moves them back into the window.
 */
export function* slotsOf(order: LoadOrder, team: number): Generator<Slot, undefined> {
  const journeys = order.teams[team]?.journeysPerWindow ?? [];
  const earlierMs = staggerMs(order, team);
  let ordinal = 0;
  for (let window = order.fromWindow; window < order.untilWindow; window++) {
    const count = journeys[window - order.fromWindow] ?? 0;
    const spacingMs = windowLengthMs(order) / count;
    for (let k = 0; k < count; k++, ordinal++) {
      yield { window, dueMs: windowStartMs(order, window) + (k + 1) * spacingMs - earlierMs, ordinal };
    }
  }
  return undefined;
}

/** An engine has to be ready earlier by as much, so that a change of rare journeys would wait for it: fifty teams are 10 ms apart. */
const mostStaggerMs = 500;

/** How much earlier than the plan a team's journeys begin: less than the least time between two, another for each team, so that teams do not all begin at once. */
export function staggerMs(order: LoadOrder, team: number): number {
  const peak = peakJourneys(order.teams[team]?.journeysPerWindow ?? []);
  const betweenMs = windowLengthMs(order) / peak;
  return peak === 0 ? 0 : Math.min(mostStaggerMs, betweenMs) * ((team + 0.5) / order.teams.length);
}

/**
 * Journeys of one team that can be under way at once when each lasts `journeyMs`: the peak rate times that, and one for each end.
 * With room for these, only our own failure keeps a journey from being begun.
 */
export function mostUnderWay(order: LoadOrder, journeysPerWindow: readonly number[], journeyMs: number): number {
  const peak = peakJourneys(journeysPerWindow);
  return peak === 0 ? 0 : Math.ceil((peak / windowLengthMs(order)) * journeyMs) + 2;
}

function peakJourneys(journeysPerWindow: readonly number[]): number {
  return journeysPerWindow.reduce((most, journeys) => Math.max(most, journeys), 0);
}

const ordinalsPerTeam = 2 ** 20;
const teamsPerOrder = 2 ** 10;
const windowsPerEvent = 2 ** 14;

/**
 * Seed of a journey, a whole number below 2^53. No two journeys of an event share one, also when a live change made a new order for the
 * rest of the event, because that begins at another window.
 */
export function journeySeed(order: Pick<LoadOrder, 'seed' | 'fromWindow'>, team: number, ordinal: number): number {
  const unique =
    ((order.fromWindow % windowsPerEvent) * ordinalsPerTeam + (ordinal % ordinalsPerTeam)) * teamsPerOrder +
    (team % teamsPerOrder);
  return (order.seed % 2 ** 9) * windowsPerEvent * ordinalsPerTeam * teamsPerOrder + unique;
}
