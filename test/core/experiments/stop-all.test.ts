import type { PlannedExperiment } from '../../../lib/core/event/event';
import { anEntry } from '../../support/builders';
import { aDay } from './a-day';

type ADay = ReturnType<typeof aDay>;
const planned: PlannedExperiment = { experiment: 'stop', atSeconds: 600 };
const order = anEntry('experiment-ordered', 590, { run: 'mine', experiment: 'stop', team: 'blue', seconds: 120 });

/** Has everything stopped at the first time that a call at blue is at this point. */
function stopAllAt(day: ADay, point: 'before' | 'after', at: 'start' | 'stop'): void {
  let isDone = false;
  day.blue[point] = async (call) => {
    if (call !== at || isDone) return;
    isDone = true;
    await day.stopAll();
  };
}

const phases: readonly [phase: string, play: (day: ADay) => Promise<unknown>][] = [
  [
    'about to begin, seconds after the conductor looked',
    (day) => {
      const { log } = day.ports;
      let looks = 0;
      Object.assign(day.ports, {
        log: async () => {
          const read = await log();
          looks += 1;
          if (looks === 1) await day.stopAll();
          return read;
        },
      });
      return day.step(600);
    },
  ],
  [
    'beginning, nothing applied yet',
    (day) => {
      stopAllAt(day, 'before', 'start');
      return day.step(600);
    },
  ],
  [
    'beginning, applied and not written down',
    (day) => {
      stopAllAt(day, 'after', 'start');
      return day.step(600);
    },
  ],
  [
    'begun by somebody who died before writing it down',
    async (day) => {
      day.blue.after = (call) => (call === 'start' ? Promise.reject(new Error('killed')) : undefined);
      await day.step(600);
      day.blue.after = () => undefined;
      return day.stopAll();
    },
  ],
  [
    'running',
    async (day) => {
      await day.step(600);
      return day.stopAll();
    },
  ],
  [
    'ending, not taken back yet',
    async (day) => {
      await day.step(600);
      stopAllAt(day, 'before', 'stop');
      return day.step(725);
    },
  ],
  [
    'ending, taken back and not written down',
    async (day) => {
      await day.step(600);
      stopAllAt(day, 'after', 'stop');
      return day.step(725);
    },
  ],
  [
    'over',
    async (day) => {
      await day.step(600);
      await day.step(725);
      return day.stopAll();
    },
  ],
];

describe.each(phases)('stop-all while a run is %s', (_phase, play) => {
  test.each([
    ['by plan', () => aDay([planned])],
    ['by order', () => aDay([], order)],
  ])('leaves nothing running, now and later, %s', async (_how, made) => {
    const day = made();
    await play(day);
    const seen = [day.running()];
    for (const seconds of [601, 660, 726, 800]) {
      await day.step(seconds);
      seen.push(day.running());
    }
    expect(seen).toEqual([[], [], [], [], []]);
    expect(Object.values(day.states())).not.toHaveLength(0);
    for (const state of Object.values(day.states())) expect(state).toMatch(/^(completed|stopped|refused: .*)$/);
  });
});

test('an order that nobody has taken up yet never begins', async () => {
  const day = aDay([], order);
  day.moveTo(595);
  await day.stopAll();
  await day.step(600);
  expect(day.running()).toEqual([]);
  expect(day.states()).toEqual({ mine: 'refused: it was stopped before it began' });
});

test('what is planned for later stays planned', async () => {
  const day = aDay([planned, { experiment: 'stop', atSeconds: 1200 }]);
  await day.step(600);
  await day.stopAll();
  await day.step(1200);
  expect(day.running()).toEqual(['stop-1-blue', 'stop-1-red']);
});

test('a team that cannot be reached is told of, and the others are stopped all the same', async () => {
  const day = aDay([planned]);
  await day.step(600);
  day.blue.before = () => Promise.reject(new Error('connect ETIMEDOUT'));
  const { failures } = await day.stopAll();
  expect(failures).toContainEqual(new Error('connect ETIMEDOUT'));
  expect(day.running()).toEqual(['stop-0-blue']);
  day.blue.before = () => undefined;
  await day.step(605);
  expect(day.running()).toEqual([]);
});

test('it works while the log can be neither read nor written', async () => {
  const day = aDay([planned]);
  await day.step(600);
  const gone = () => Promise.reject(new Error('no table'));
  Object.assign(day.ports, { log: gone, append: gone });
  const { swept, failures } = await day.stopAll();
  expect(day.running()).toEqual([]);
  expect([...swept].sort()).toEqual(['stop-0-blue', 'stop-0-red']);
  expect(failures.length).toBeGreaterThan(0);
});
