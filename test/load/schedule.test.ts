import fc from 'fast-check';
import { journeySeed, mostUnderWay, slotsOf, windowAt, windowStartMs } from '../../load/schedule';
import { anOrder } from '../support/load-runs';
import { credentialsOf } from '../support/bad-teams';

const aTeam = (id: string, journeysPerWindow: readonly number[]) => ({
  id,
  url: 'http://127.0.0.1:1',
  ...credentialsOf(id),
  journeysPerWindow,
});
const orders = fc
  .record({
    windows: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 }),
    teams: fc.integer({ min: 1, max: 6 }),
    speed: fc.constantFrom(1, 7, 60),
    fromWindow: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ windows, teams, speed, fromWindow }) =>
    anOrder({
      speed,
      fromWindow,
      untilWindow: fromWindow + windows.length,
      windowSeconds: 10,
      startsAtMs: 1_790_000_000_000,
      teams: Array.from({ length: teams }, (_, i) => aTeam(`team ${i}`, windows)),
    }),
  );

describe('the schedule of journeys', () => {
  test('every journey is due within its window, in order, as many as ordered', () => {
    fc.assert(
      fc.property(orders, (order) => {
        for (const [team, { journeysPerWindow }] of order.teams.entries()) {
          const slots = [...slotsOf(order, team)];
          const counts = journeysPerWindow.map(() => 0);
          for (const slot of slots) counts[slot.window - order.fromWindow]!++;
          expect(counts).toEqual(journeysPerWindow);
          expect(slots.filter((slot, i) => slot.ordinal !== i)).toEqual([]);
          expect(slots.filter((slot, i) => slot.dueMs <= (slots[i - 1]?.dueMs ?? 0))).toEqual([]);
          expect(slots.filter((slot) => windowAt(order, slot.dueMs) !== slot.window)).toEqual([]);
        }
      }),
    );
  });

  test('a window is the one that its instants fall in', () => {
    const order = anOrder({ startsAtMs: 1000, speed: 60, windowSeconds: 10 });
    expect(windowStartMs(order, 3)).toBeCloseTo(1500);
    expect(windowAt(order, 1499)).toBe(2);
    expect(windowAt(order, 1501)).toBe(3);
    expect(windowAt(order, 999)).toBe(-1);
  });

  test('there is room for every journey of any stretch as long as a journey can last', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 20_000 }), (order, journeyMs) => {
        const due = [...slotsOf(order, 0)].map((slot) => slot.dueMs);
        const most = mostUnderWay(order, order.teams[0]?.journeysPerWindow ?? [], journeyMs);
        const crowded = due.filter((from, i) => (due[i + most] ?? Infinity) <= from + journeyMs);
        expect(crowded).toEqual([]);
      }),
    );
  });

  test('no two journeys share a seed: not of two teams, nor after a live change made a new order', () => {
    const seeds = new Set<number>();
    for (const fromWindow of [0, 1, 480, 1439]) {
      for (const team of [0, 1, 99]) {
        for (const ordinal of [0, 1, 1000, 200_000]) seeds.add(journeySeed({ seed: 5, fromWindow }, team, ordinal));
      }
    }
    expect(seeds.size).toBe(4 * 3 * 4);
    for (const seed of seeds) expect(Number.isSafeInteger(seed)).toBe(true);
  });

  test('another seed of the event makes other journeys', () => {
    expect(journeySeed({ seed: 1, fromWindow: 0 }, 0, 0)).not.toBe(journeySeed({ seed: 2, fromWindow: 0 }, 0, 0));
  });
});
