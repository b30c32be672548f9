import fc from 'fast-check';
import { mergedMeasurement } from '../../../lib/core/scorer/merge';
import type { Measurement } from '../../../lib/core/records/records';
import { play } from '../../../lib/core/game';
import { anyMeasurement } from '../../support/arbitraries';
import { anEvent, aRound, at, someLog, someRounds } from '../../support/builders';

const without = ({ spendUsdPerHour: _spend, ...rest }: Measurement): Measurement => rest;

test.each([
  ['more steps win', aRound({ fast: 5 }), aRound({ fast: 6 }), { fast: 6 }],
  ['whatever comes first', aRound({ fast: 6 }), aRound({ fast: 5 }), { fast: 6 }],
  [
    'the first spend stays',
    aRound({ fast: 5 }),
    aRound({ fast: 6, spendUsdPerHour: 9 }),
    { fast: 6, spendUsdPerHour: 0.3 },
  ],
  ['a spend that comes later is taken', without(aRound({ fast: 6 })), aRound({ fast: 6 }), { spendUsdPerHour: 0.3 }],
  [
    'a reason of ours goes with the counts that it explains, one of the account stays',
    aRound({ fast: 5, flags: ['windows missing: 3 of 6', 'account: odd'] }),
    aRound({ fast: 6 }),
    { flags: ['account: odd'] },
  ],
  [
    'an account that could not be looked at stays flagged as long as nobody saw what the round cost',
    without(aRound({ fast: 5, flags: ['account: could not be looked at'] })),
    without(aRound({ fast: 6 })),
    { flags: ['account: could not be looked at'] },
  ],
  [
    'an account that was looked at in time after all is flagged no longer',
    without(aRound({ fast: 5, flags: ['account: could not be looked at', 'account: odd'] })),
    aRound({ fast: 5 }),
    { spendUsdPerHour: 0.3, flags: ['account: odd'] },
  ],
])('%s', (_rule, known, found, merged) => {
  expect(mergedMeasurement(known, found)).toMatchObject(merged);
});

test('merging again what was merged changes nothing', () => {
  fc.assert(
    fc.property(anyMeasurement, anyMeasurement, (known, found) => {
      const merged = mergedMeasurement(known, found);
      expect(mergedMeasurement(merged, found)).toEqual(merged);
      expect(mergedMeasurement(merged, known)).toEqual(merged);
    }),
  );
});

test('with spends that are equal, a fold of what was merged in any order is the fold of both measurements', () => {
  const event = anEvent();
  const points = (...list: Measurement[]): number[] => {
    const rounds = list.flatMap((measurement) => someRounds({ blue: [measurement] }));
    return play(event, rounds, someLog(), at(300)).teams.map((team) => team.points);
  };
  fc.assert(
    fc.property(anyMeasurement, anyMeasurement, (one, other) => {
      const [a, b] = [one, other].map((each) => ({ ...each, spendUsdPerHour: 0.3 })) as [Measurement, Measurement];
      expect(points(mergedMeasurement(a, b))).toEqual(points(a, b));
      expect(points(mergedMeasurement(b, a))).toEqual(points(a, b));
    }),
  );
});
