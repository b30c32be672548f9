import type { LoadOrder, LoadTeam } from '../protocol';
import { mostUnderWay, staggerMs, windowLengthMs, windowStartMs } from '../schedule';

/** What a virtual user has to know, as `__ENV.GAMEDAY_CUSTOMER` of its team's scenario. */
export interface CustomerEnvironment {
  readonly team: number;
  readonly url: string;
  readonly account: string;
  readonly signingKey: string;
  readonly seed: number;
  readonly fromWindow: number;
  readonly startsAtMs: number;
  readonly calendarStartMs: number;
  readonly speed: number;
  readonly timeoutMs: number;
  readonly fastMs: number;
  readonly acceptableMs: number;
  /** Real instant from which no further step is sent. */
  readonly untilMs: number;
}

interface Stage {
  readonly target: number;
  readonly duration: string;
}

/** Real instant at which all scenarios of k6 begin: the first window's, early enough for the team that begins earliest. */
export function k6StartMs(order: LoadOrder): number {
  return windowStartMs(order, order.fromWindow) - mostStaggerMs(order);
}

/** k6's options for an order, as its `--config` file: one open-model scenario per team that has any journeys. */
export function k6Options(order: LoadOrder, journeySteps: number) {
  const scenarios = order.teams.flatMap((team, index) =>
    team.journeysPerWindow.some((journeys) => journeys > 0)
      ? [[scenarioName(index), scenarioOf(order, team, index, journeySteps)] as const]
      : [],
  );
  return {
    scenarios: Object.fromEntries(scenarios),
    // Our own metrics need no more, and every tag costs time for each line. The user's number tells journeys apart.
    systemTags: ['scenario', 'vu'],
    setupTimeout: '24h',
    // Load balancers change their addresses.
    dns: { ttl: '5s', select: 'random', policy: 'preferIPv4' },
  };
}

/** k6's scenario names are narrower than team ids. */
export const scenarioName = (team: number) => `team-${team}`;

/** Virtual users that k6 makes before it begins. */
function preAllocated(order: LoadOrder): number {
  return order.teams.reduce((sum, team) => sum + readyUsers(order, team), 0);
}

/**
 * Real ms that k6 needs until it can begin: to start and read the script (0.3 s were measured), and to make its virtual users, at 1 ms each
 * (0.1 to 0.5 ms were measured on two idle cores, 1.3 ms with four programs waiting for each core).
 */
export function k6LeadMs(order: LoadOrder): number {
  return 1250 + preAllocated(order);
}

/** A team that hangs keeps each journey for one timeout: for these, users stand ready. */
const readyUsers = (order: LoadOrder, team: LoadTeam) => mostUnderWay(order, team.journeysPerWindow, order.timeoutMs);

function scenarioOf(order: LoadOrder, team: LoadTeam, index: number, journeySteps: number) {
  const { seed, fromWindow, startsAtMs, calendarStartMs, speed, timeoutMs, fastMs, acceptableMs } = order;
  const { url, account, signingKey } = team;
  const untilMs = windowStartMs(order, order.untilWindow);
  const times = { startsAtMs, calendarStartMs, speed, timeoutMs, fastMs, acceptableMs, untilMs };
  const customer: CustomerEnvironment = { team: index, url, account, signingKey, seed, fromWindow, ...times };
  return {
    executor: 'ramping-arrival-rate',
    startTime: nanoseconds(mostStaggerMs(order) - staggerMs(order, index)),
    startRate: 0,
    // A nanosecond less, so that rounding cannot keep the last journey of a window from being due within it.
    timeUnit: nanoseconds(windowLengthMs(order), -1),
    stages: stagesOf(order, team.journeysPerWindow),
    preAllocatedVUs: readyUsers(order, team),
    // A team that answers each step just in time keeps each journey for as many timeouts as it has steps.
    maxVUs: mostUnderWay(order, team.journeysPerWindow, journeySteps * timeoutMs),
    gracefulStop: nanoseconds(timeoutMs + 1000),
    env: { GAMEDAY_CUSTOMER: JSON.stringify(customer) },
  };
}

/** The rate jumps at the start of a window and stays; equal windows are one stage. Rates are whole journeys per window. */
function stagesOf(order: LoadOrder, journeysPerWindow: readonly number[]): Stage[] {
  const windows = order.untilWindow - order.fromWindow;
  const stages: Stage[] = [];
  for (let from = 0, until = 0; from < windows; from = until) {
    const target = journeysPerWindow[from] ?? 0;
    while (until < windows && (journeysPerWindow[until] ?? 0) === target) until++;
    const length = windowLengthMs(order);
    stages.push({ target, duration: '0s' }, { target, duration: nanosecondsBetween(from * length, until * length) });
  }
  // The last journey is due at the very end, where k6 would cut it.
  return [...stages, { target: 0, duration: '0s' }, { target: 0, duration: '1s' }];
}

function mostStaggerMs(order: LoadOrder): number {
  return Math.max(0, ...order.teams.map((_, index) => staggerMs(order, index)));
}

const toNanoseconds = (ms: number) => Math.round(ms * 1e6);
const nanoseconds = (ms: number, plus = 0) => `${toNanoseconds(ms) + plus}ns`;
/** Rounded at both ends, so that stages do not drift. */
const nanosecondsBetween = (fromMs: number, untilMs: number) => `${toNanoseconds(untilMs) - toNanoseconds(fromMs)}ns`;
