import fc from 'fast-check';
import { mean, meanRow, shareOf, spreadOf } from '../../../lib/lab/findings/statistics';

test.each([
  ['one value is all there is', [7], { mean: 7, least: 7, lower: 7, median: 7, upper: 7, most: 7 }],
  [
    'an odd number has a value in the middle',
    [3, 1, 2],
    { mean: 2, least: 1, lower: 1.5, median: 2, upper: 2.5, most: 3 },
  ],
  [
    'between two values the quartile lies in proportion',
    [10, 40, 20, 30],
    { mean: 25, least: 10, lower: 17.5, median: 25, upper: 32.5, most: 40 },
  ],
])('%s', (_rule, values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});

test('of nothing there is no spread, and its mean and share are 0', () => {
  expect([spreadOf([]), mean([]), shareOf([], () => true), meanRow([])]).toEqual([null, 0, 0, []]);
});

test('a share counts those for which something holds', () => {
  expect(shareOf([1, 2, 3, 4], (value) => value > 1)).toBe(0.75);
});

test('rows are averaged place by place', () => {
  expect(
    meanRow([
      [1, 2],
      [3, 6],
    ]),
  ).toEqual([2, 4]);
});

test('the six figures of a spread ascend, and the mean lies between the ends', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, (some) => {
      const spread = spreadOf(some)!;
      const { least, lower, median, upper, most } = spread;
      const figures = [least, lower, median, upper, most];
      expect(figures).toEqual(figures.toSorted((a, b) => a - b));
      expect(spread.mean).toBeGreaterThanOrEqual(least - 1e-9);
      expect(spread.mean).toBeLessThanOrEqual(most + 1e-9);
    }),
  );
});
