import fc from 'fast-check';
import { leastSampledSteps, sampledJourneys } from '../../load/plan';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const plans = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { maxLength: 60 });
const journeySteps = fc.integer({ min: 1, max: 9 });
const speeds = fc.constantFrom(1, 2, 10, 60, 240);

describe('journeys per window', () => {
  test.each([
    ['at speed 1 everything is real', [20, 20, 20], 1, 5, [4, 4, 4]],
    ['fractions of journeys are carried to the next window', [8, 8, 8, 8, 8], 1, 5, [1, 2, 1, 2, 2]],
    ['faster, the planned rate is kept per real second', [6000], 60, 5, [20]],
    ['faster, a window gets 75 steps at the least', [600], 60, 5, [15]],
    ['75 steps are rounded up to whole journeys', [600], 60, 7, [11]],
    ['never more than planned', [30], 60, 5, [6]],
    ['no traffic, no journeys', [0, 0], 60, 5, [0, 0]],
  ])('%s', (_rule, planned, speed, steps, journeys) => {
    expect(sampledJourneys(planned, speed, steps)).toEqual(journeys);
  });

  test('up to any window, no more steps are sent than planned', () => {
    fc.assert(
      fc.property(plans, speeds, journeySteps, (planned, speed, steps) => {
        const sent = sampledJourneys(planned, speed, steps);
        planned.forEach((_, i) => {
          expect(sum(sent.slice(0, i + 1)) * steps).toBeLessThanOrEqual(sum(planned.slice(0, i + 1)) + 1e-3);
        });
      }),
    );
  });

  test('at speed 1, less than one journey is missing in the end', () => {
    fc.assert(
      fc.property(plans, journeySteps, (planned, steps) => {
        expect(sum(planned) / steps - sum(sampledJourneys(planned, 1, steps))).toBeLessThan(1);
      }),
    );
  });

  test('at any speed, a window with enough planned has at least 75 steps', () => {
    fc.assert(
      fc.property(plans, speeds, journeySteps, (planned, speed, steps) => {
        const sent = sampledJourneys(planned, speed, steps);
        planned.forEach((plannedSteps, i) => {
          if (plannedSteps < leastSampledSteps + steps) return;
          expect((sent[i] ?? 0) * steps).toBeGreaterThanOrEqual(leastSampledSteps - (speed === 1 ? steps : 0));
        });
      }),
    );
  });
});
