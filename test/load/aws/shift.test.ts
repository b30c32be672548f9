import { calendarPlan, windowMs } from '../../../load/aws/calendar-plan';
import { Shift } from '../../../load/aws/shift';
import type { WantedLoad } from '../../../load/aws/wanted-load';
import type { LoadOrder, WindowLine } from '../../../load/protocol';
import type { TeamWindow } from '../../../lib/core/scorer/ports';
import { anEvent, at, someLog, START } from '../../support/builders';

const STEPS = 5;
const LEAD_MS = 3000;
const first = START / windowMs;
const event = anEvent();

/** Ten steps a window are two journeys of five. @param missing teams whose address is not known */
const wantedOf = (...missing: readonly string[]): WantedLoad => ({
  event,
  plan: calendarPlan(event, someLog(), STEPS)!,
  seed: 0,
  journeySteps: STEPS,
  everybody: event.teams.map(({ id }) => id),
  teams: event.teams
    .filter(({ id }) => !missing.includes(id))
    .map(({ id, account }) => ({ id, account, url: `http://${id}.example`, signingKey: 'k' })),
});

interface Engine {
  readonly order: LoadOrder;
  /** Seconds of event time at which it was started. */
  readonly begunAt: number;
  readonly tell: (line: WindowLine) => void;
  stopped: boolean;
  die(): void;
}

/** A shift whose engines do nothing by themselves, looked at every second from `seconds` on. */
function aShift(seconds: number, wanted: WantedLoad = wantedOf()) {
  jest.setSystemTime(at(seconds));
  const engines: Engine[] = [];
  const told: TeamWindow[] = [];
  let restarts = 0;
  const shift = new Shift({
    start: (order, tell) => {
      let end: () => void = () => undefined;
      let fail: (error: Error) => void = () => undefined;
      const ended = new Promise<void>((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
      const begunAt = (Date.now() - START) / 1000;
      const engine: Engine = { order, begunAt, tell, stopped: false, die: () => fail(new Error('killed')) };
      engines.push(engine);
      const stop = () => {
        engine.stopped = true;
        end();
      };
      return Promise.resolve({ ended, stop });
    },
    leadMs: () => LEAD_MS,
    window: (window) => told.push(window),
    restarting: () => (restarts += 1),
    note: () => undefined,
  });
  const pass = async (count: number, halted = false): Promise<void> => {
    for (let second = 0; second < count; second++) {
      shift.update(wanted, Date.now(), halted);
      await jest.advanceTimersByTimeAsync(1000);
    }
  };
  return { shift, engines, told, pass, restarts: () => restarts };
}

const secondsOf = ({ order }: Engine): number => (order.fromWindow - first) * 10;
const lineOf = (window: number): WindowLine => ({
  window,
  team: 'blue',
  ...{ expected: 10, fast: 10, acceptable: 0, slow: 0, faulty: 0, failed: 0, p50Ms: 1, p95Ms: 2, lagMs: 0 },
  flags: [],
});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('one engine is ready before the event begins, and sends all of it', async () => {
  const { engines, told, pass } = aShift(-60);
  await pass(120);
  expect(engines.map(secondsOf)).toEqual([0]);
  expect(engines[0]?.begunAt).toBeLessThanOrEqual(-LEAD_MS / 1000);
  expect(engines[0]?.order.untilWindow).toBe(first + event.durationSeconds / 10);
  expect(told).toEqual([]);
});

test('windows that pass before an engine is ready are expected and missing, for every team', async () => {
  const { engines, told, pass } = aShift(4);
  await pass(20);
  // It takes three seconds, so the window of second 10 is the first.
  expect(engines.map(secondsOf)).toEqual([10]);
  expect(told.map(({ team, startsAt, expected, flags }) => [team, (startsAt - START) / 1000, expected, flags])).toEqual(
    [
      ['blue', 0, 10, ['engine-start']],
      ['red', 0, 10, ['engine-start']],
    ],
  );
});

test('a team without an address is expected and missing, and the other is sent what is planned', async () => {
  const { told, pass } = aShift(-10, wantedOf('red'));
  await pass(31);
  expect(told.map(({ team, startsAt, flags }) => [team, (startsAt - START) / 1000, flags])).toEqual([
    ['red', 0, ['engine-address']],
    ['red', 10, ['engine-address']],
  ]);
});

test('what an engine tells is told on, by the window’s start', async () => {
  const { engines, told, pass } = aShift(-10);
  await pass(25);
  engines[0]?.tell(lineOf(first + 1));
  expect(told).toMatchObject([{ team: 'blue', startsAt: at(10), fast: 10, flags: [] }]);
});

test('an engine that dies is started again at once; one that dies again and again is waited for longer and longer', async () => {
  const { engines, pass, restarts } = aShift(-10);
  await pass(12);
  const begun: number[] = [];
  for (let death = 0; death < 4; death++) {
    engines.at(-1)?.die();
    await jest.advanceTimersByTimeAsync(0);
    const diedAt = (Date.now() - START) / 1000;
    const before = engines.length;
    while (engines.length === before) await pass(1);
    begun.push((engines.at(-1)?.begunAt ?? NaN) - diedAt);
  }
  expect(restarts()).toBe(4);
  expect(begun).toEqual([0, 2, 4, 8]);
});

test('of an engine that died, nothing is taken after the window in which it did', async () => {
  const { engines, told, pass } = aShift(-10);
  await pass(12);
  engines[0]?.die();
  await pass(1);
  told.length = 0;
  engines[0]?.tell(lineOf(first));
  engines[0]?.tell(lineOf(first + 1));
  expect(told.map(({ startsAt }) => startsAt)).toEqual([START]);
});

test('a pause stops the engine at once', async () => {
  const { engines, pass } = aShift(-10);
  await pass(22);
  expect(engines[0]?.stopped).toBe(false);
  await pass(1, true);
  expect(engines[0]?.stopped).toBe(true);
});

test('an end of the shift stops what is under way, and is over when that is', async () => {
  const { engines, shift, pass, restarts } = aShift(-10);
  await pass(22);
  await shift.stop();
  expect(engines.map(({ stopped }) => stopped)).toEqual([true]);
  expect(restarts()).toBe(0);
});
