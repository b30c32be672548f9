import fc from 'fast-check';
import { dayOf } from '../../../lib/core/time/day';
import { plannedByRound, plannedStepsBetween, stepsPerSecondAt, trafficFactors } from '../../../lib/core/time/traffic';
import { anyEvent } from '../../support/arbitraries';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const plan = anEvent({
  traffic: [
    { atSeconds: 60, stepsPerSecond: 2 },
    { atSeconds: 160, stepsPerSecond: 12 },
  ],
  spikes: [
    { atSeconds: 200, forSeconds: 50, times: 3 },
    { atSeconds: 240, forSeconds: 20, times: 2 },
  ],
});

test.each([
  ['is constant before the first point', 0, 2],
  ['is linear between points', 110, 7],
  ['is constant after the last point', 500, 12],
  ['is multiplied from a spike on', 200, 36],
  ['is multiplied by both spikes where they overlap', 245, 72],
  ['is back at the end of a spike', 260, 12],
])('planned traffic %s', (_rule, seconds, rate) => {
  expect(stepsPerSecondAt(plan, seconds)).toBeCloseTo(rate, 12);
});

test.each([
  ['a constant stretch', 0, 60, 120],
  ['a rise', 60, 160, 700],
  ['two spikes', 190, 270, 10 * 12 + 40 * 36 + 10 * 72 + 10 * 24 + 10 * 12],
  ['nothing', 100, 100, 0],
])('planned steps of %s are the area under the plan', (_stretch, from, to, steps) => {
  expect(plannedStepsBetween(plan, from, to)).toBeCloseTo(steps, 9);
});

test('rounds add up to the whole plan', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const sum = plannedByRound(event, 12).reduce((total, steps) => total + steps, 0);
      expect(sum).toBeCloseTo(plannedStepsBetween(event, 0, 720), 6);
    }),
  );
});

test('planned steps are what many small stretches of the planned rate add up to', () => {
  fc.assert(
    fc.property(anyEvent, fc.integer({ min: 0, max: 600 }), (event, from) => {
      // Every bend of these plans lies on a whole second, so the rate in the middle of a second is its mean.
      let sum = 0;
      for (let second = from; second < from + 60; second += 1) sum += stepsPerSecondAt(event, second + 0.5);
      expect(plannedStepsBetween(event, from, from + 60)).toBeCloseTo(sum, 6);
    }),
  );
});

test('a live factor replaces the one before, and a team has its own besides', () => {
  const log = someLog(
    anEntry('traffic', 60, { factor: 2 }),
    anEntry('traffic', 120, { factor: 0.5, team: 'blue' }),
    anEntry('traffic', 180, { factor: 3 }),
  );
  const { entries, timeline } = dayOf(anEvent(), log, at(600));
  const factorAt = (team: string | undefined) => (seconds: number) =>
    stepsPerSecondAt(anEvent(), seconds, trafficFactors(entries, timeline, team));
  expect([0, 60, 120, 180].map(factorAt('blue'))).toEqual([1, 2, 1, 1.5]);
  expect([0, 60, 120, 180].map(factorAt('red'))).toEqual([1, 2, 2, 3]);
  expect([0, 60, 120, 180].map(factorAt(undefined))).toEqual([1, 2, 2, 3]);
});
