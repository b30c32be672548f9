import fc from 'fast-check';
import { measured, windowStarts } from '../../../lib/core/scorer/measure';
import type { TeamWindow } from '../../../lib/core/scorer/ports';
import { measurementSchema } from '../../../lib/core/records/records';
import { checkedSteps } from '../../../lib/core/score/service';
import { anEvent, at } from '../../support/builders';

const event = anEvent();
const round = { round: 1, span: { from: at(60), to: at(120) }, teams: new Set(['blue', 'red']) };
const aWindow = (seconds: number, parts: Partial<TeamWindow> = {}): [number, TeamWindow] => {
  const counts = { fast: 10, acceptable: 0, slow: 0, faulty: 0, failed: 0, expected: 10 };
  return [at(seconds), { team: 'blue', startsAt: at(seconds), ...counts, p50Ms: 20, p95Ms: 80, flags: [], ...parts }];
};
const six = [60, 70, 80, 90, 100, 110];
const measure = (windows: readonly [number, TeamWindow][], factors: Parameters<typeof measured>[3] = []) =>
  measured(event, round, new Map(windows), factors, undefined);

test('the windows of a round are those that begin in it', () => {
  expect(windowStarts(round)).toEqual(six.map(at));
  expect(windowStarts({ ...round, span: { from: at(3), to: at(33) } })).toEqual([10, 20, 30].map(at));
});

test('counts of all windows are added', () => {
  const windows = six.map((seconds) => aWindow(seconds, { fast: 7, failed: 3 }));
  expect(measure(windows)).toMatchObject({ expected: 60, fast: 42, failed: 18, p50Ms: 20, p95Ms: 80, flags: [] });
});

test('a missing window is expected and missing, and the round says so', () => {
  expect(measure(six.slice(1).map((seconds) => aWindow(seconds)))).toMatchObject({
    expected: 60,
    fast: 50,
    flags: ['windows missing: 1 of 6'],
  });
});

test.each([
  ['with half of its windows a round is checked', 3, 30],
  ['with fewer it is unchecked', 2, 0],
])('%s', (_rule, count, checked) => {
  expect(checkedSteps(measure(six.slice(0, count).map((seconds) => aWindow(seconds))))).toBe(checked);
});

test('what is expected of a missing window follows the live changes of traffic', () => {
  expect(measure([], [{ atSeconds: 90, factor: 3 }]).expected).toBe(30 + 90);
});

test('latencies are weighted by answers, and a window without any says nothing', () => {
  const windows = [
    aWindow(60, { fast: 30, p50Ms: 10 }),
    aWindow(70, { fast: 10, p50Ms: 50 }),
    aWindow(80, { fast: 0, failed: 90, p50Ms: 0 }),
  ];
  expect(measure(windows).p50Ms).toBe(20);
});

test('spend and its flags stand beside the counts; without an observation there is none', () => {
  const spend = { usdPerHour: 0.5, flags: ['account: no price'] };
  const { spendUsdPerHour, flags } = measured(event, round, new Map(six.map((s) => aWindow(s))), [], spend);
  expect({ spendUsdPerHour, flags }).toEqual({ spendUsdPerHour: 0.5, flags: ['account: no price'] });
  expect(measure([])).not.toHaveProperty('spendUsdPerHour');
});

test('whatever windows are there, a measurement is one that a fold accepts, and never more is offered than expected', () => {
  const count = fc.nat(50);
  const any = fc.record({ fast: count, acceptable: count, slow: count, faulty: count, failed: count, lost: count });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...six.map(String)), any), (content) => {
      const windows = Object.entries(content).map(([seconds, { lost, ...counts }]) => {
        const expected = Object.values(counts).reduce((sum, value) => sum + value, lost);
        return aWindow(Number(seconds), { ...counts, expected });
      });
      const measurement = measurementSchema.parse(measure(windows));
      const { expected, fast, acceptable, slow, faulty, failed } = measurement;
      expect(fast + acceptable + slow + faulty + failed).toBeLessThanOrEqual(expected);
    }),
  );
});
