import fc from 'fast-check';
import { stepClasses } from '../../lib/core/records/records';
import { checkedSteps } from '../../lib/core/score/service';
import { percentile, WindowCounts } from '../../load/windows';
import { aRound } from '../support/builders';
import { credentialsOf } from '../support/bad-teams';
import { anOrder, holding, offered } from '../support/load-runs';

/** Windows of a second from instant 0, timeout 900 ms, journeys of 5 steps. */
const order = anOrder({
  teams: ['blue', 'red'].map((id) => ({ id, url: 'http://127.0.0.1:1', ...credentialsOf(id), journeysPerWindow: [] })),
});
const blue = 0;
const fast = { class: 'fast', latencyMs: 10 } as const;
const failed = { class: 'failed', latencyMs: 900 } as const;
const someCounts = () => new WindowCounts(order, 5);
const ofBlue = (lines: ReturnType<WindowCounts['due']>) => lines.filter((line) => line.team === 'blue');

describe('window counts', () => {
  test('a step counts in the window in which it was sent, and is expected there', () => {
    const counts = someCounts();
    counts.begun(blue, 0, 0);
    counts.stepped(blue, 990, fast);
    counts.stepped(blue, 1010, fast);
    counts.ended(blue, 0, 0);
    expect(ofBlue(counts.flush(2000))).toMatchObject([
      { window: 0, expected: 1, fast: 1 },
      { window: 1, expected: 1, fast: 1 },
      { window: 2, expected: 0, fast: 0 },
    ]);
  });

  test('steps never sent have failed in the window in which their journey began', () => {
    const counts = someCounts();
    counts.begun(blue, 0, 0);
    counts.stepped(blue, 900, fast);
    counts.stepped(blue, 1100, failed);
    counts.ended(blue, 0, 3);
    expect(ofBlue(counts.flush(1500))).toMatchObject([
      { window: 0, expected: 4, fast: 1, failed: 3 },
      { window: 1, expected: 1, fast: 0, failed: 1 },
    ]);
  });

  test('steps sent after the last window count for nothing', () => {
    const counts = someCounts();
    counts.begun(blue, 2, 0);
    counts.stepped(blue, 3001, fast);
    counts.ended(blue, 2, 0);
    expect(ofBlue(counts.flush(4000)).map((line) => line.expected)).toEqual([0, 0, 0]);
  });

  test('what the engine itself could not begin is expected, and missing', () => {
    const counts = someCounts();
    counts.missed(blue, 0, 'engine-full');
    const [line] = ofBlue(counts.due(1000));
    expect(line).toMatchObject({ expected: 5, flags: ['engine-full'] });
    expect(line && offered(line)).toBe(0);
  });

  test('a journey 50 ms late is still a measurement', () => {
    const counts = someCounts();
    expect(counts.begun(blue, 0, 50)).toBe(true);
    expect(ofBlue(counts.flush(1000))).toMatchObject([{ lagMs: 50, flags: [] }, {}]);
  });

  test('a later one says nothing of the team: it is expected, missing and flagged, and the window is told without waiting for it', () => {
    const counts = someCounts();
    expect(counts.begun(blue, 0, 50.1)).toBe(false);
    expect(ofBlue(counts.due(1000))).toMatchObject([
      { expected: 5, fast: 0, failed: 0, lagMs: 50.1, flags: ['engine-lag'] },
    ]);
  });

  test.each([
    ['few late journeys take only themselves out of a window', 2, 10, false],
    ['most journeys late leave less than half of what was expected: the window is unchecked', 7, 12, true],
  ])('%s', (_rule, late, all, isUnchecked) => {
    const counts = someCounts();
    for (let k = 0; k < all; k++) {
      if (!counts.begun(blue, 0, k < late ? 400 : 1)) continue;
      for (let step = 0; step < 5; step++) counts.stepped(blue, 10 * k, fast);
      counts.ended(blue, 0, 0);
    }
    const [line] = ofBlue(counts.due(1000));
    expect(line).toMatchObject({ expected: 5 * all, fast: 5 * (all - late), flags: ['engine-lag'] });
    expect(checkedSteps(line && aRound({ ...line, flags: [...line.flags] })) === 0).toBe(isUnchecked);
  });

  test('a line is due when the window is over and nothing is under way', () => {
    const counts = someCounts();
    counts.begun(blue, 0, 0);
    counts.stepped(blue, 500, fast);
    counts.ended(blue, 0, 0);
    expect(ofBlue(counts.due(999))).toEqual([]);
    expect(ofBlue(counts.due(1000))).toMatchObject([{ window: 0, fast: 1 }]);
    expect(ofBlue(counts.due(1001))).toEqual([]);
  });

  test('a journey under way holds a line back for one timeout, and the line is sent again when it has grown', () => {
    const counts = someCounts();
    counts.begun(blue, 0, 0);
    counts.stepped(blue, 500, fast);
    expect(ofBlue(counts.due(1899))).toEqual([]);
    expect(ofBlue(counts.due(1900))).toMatchObject([{ window: 0, expected: 1 }]);
    counts.ended(blue, 0, 4);
    expect(ofBlue(counts.due(2000))).toMatchObject([
      { window: 0, expected: 5, fast: 1, failed: 4 },
      { window: 1, expected: 0 },
    ]);
  });

  test('windows in which nothing happens are told, for every team', () => {
    expect(someCounts().due(1000)).toMatchObject([
      { window: 0, team: 'blue', expected: 0, lagMs: 0, p95Ms: 0 },
      { window: 0, team: 'red', expected: 0 },
    ]);
  });

  test('latencies are those of answers and timeouts; refused connections have none', () => {
    const counts = someCounts();
    for (const latencyMs of [10, 20, 30, 900]) counts.stepped(blue, 1, { class: 'fast', latencyMs });
    for (let k = 0; k < 20; k++) counts.stepped(blue, 1, { class: 'failed', latencyMs: undefined });
    expect(ofBlue(counts.due(1000))).toMatchObject([{ p50Ms: 20, p95Ms: 900, failed: 20 }]);
  });

  test('however journeys go, classes never add up to more than expected, and to exactly that when nothing was our fault', () => {
    const journeys = fc.array(
      fc.record({
        beginMs: fc.integer({ min: 0, max: 2999 }),
        stepMs: fc.integer({ min: 1, max: 899 }),
        classes: fc.array(fc.constantFrom(...stepClasses), { minLength: 1, maxLength: 5 }),
        missed: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(journeys, (runs) => {
        const counts = someCounts();
        for (const { beginMs, stepMs, classes, missed } of runs) {
          const window = Math.floor(beginMs / 1000);
          if (missed) {
            counts.missed(blue, window, 'engine-late');
            continue;
          }
          counts.begun(blue, window, 0);
          classes.forEach((name, i) => counts.stepped(blue, beginMs + i * stepMs, { class: name, latencyMs: stepMs }));
          counts.ended(blue, window, 5 - classes.length);
        }
        for (const line of holding(counts.flush(10_000))) {
          if (line.flags.length === 0) expect(offered(line)).toBe(line.expected);
          else expect(offered(line)).toBeLessThan(line.expected);
        }
      }),
    );
  });
});

test.each([
  ['of nothing is 0', [], 0.95, 0],
  ['of one value is that value', [7], 0.5, 7],
  ['is a value that occurred, by nearest rank', [4, 1, 3, 2], 0.5, 2],
  ['compares numbers, not text', [100, 20, 3], 0.99, 100],
])('a percentile %s', (_rule, values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});
