import fc from 'fast-check';
import { dueRounds, endedRounds } from '../../../lib/core/scorer/due-rounds';
import { dayOf } from '../../../lib/core/time/day';
import type { LogEntry, Measurement } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from '../../support/builders';
import { anyLog } from '../../support/arbitraries';

const event = anEvent({ durationSeconds: 3600 });
const spans = (log: readonly LogEntry[], seconds: number) =>
  endedRounds(event, dayOf(event, log, at(seconds))).map(({ round, span }) => [
    round,
    (span.from - at(0)) / 1000,
    (span.to - at(0)) / 1000,
  ]);
const due = (seconds: number, rounds: Readonly<Record<string, readonly (Measurement | undefined)[]>>) =>
  dueRounds(event, endedRounds(event, dayOf(event, someLog(), at(seconds))), someRounds(rounds), at(seconds)).map(
    ({ round }) => round,
  );
const whole = (count: number) => Array.from({ length: count }, () => aRound({ fast: 60 }));
const unchecked = { ...aRound(), expected: 60 };

test('nothing has ended before the start and in the first round', () => {
  expect(spans([], 3600)).toEqual([]);
  expect(spans(someLog(), 59)).toEqual([]);
});

test('rounds lie side by side on the calendar while nobody pauses', () => {
  expect(spans(someLog(), 185)).toEqual([
    [0, 0, 60],
    [1, 60, 120],
    [2, 120, 180],
  ]);
});

test('a round that a pause cuts is left out; those after it lie after the pause', () => {
  const log = someLog(anEntry('paused', 90, {}), anEntry('resumed', 300, {}));
  expect(spans(log, 400)).toEqual([
    [0, 0, 60],
    [2, 330, 390],
  ]);
});

test('a pause between two rounds cuts neither, and the second begins when it is over', () => {
  const log = someLog(anEntry('paused', 60, {}), anEntry('resumed', 240, {}));
  expect(spans(log, 300)).toEqual([
    [0, 0, 60],
    [1, 240, 300],
  ]);
});

test('rounds that have ended never overlap, whatever the log says, and each is as long as a round', () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 0, max: 5000 }), (log, seconds) => {
      const ended = endedRounds(event, dayOf(event, log, at(seconds)));
      ended.forEach(({ span }, index) => {
        expect(span.to - span.from).toBe(60_000);
        expect(span.from).toBeGreaterThanOrEqual(ended[index - 1]?.span.to ?? -Infinity);
        expect(span.to).toBeLessThanOrEqual(at(seconds));
      });
    }),
  );
});

test.each([
  ['a round is not read before two minutes after its end', 179, {}, []],
  ['then it is', 180, {}, [0]],
  ['for ten minutes it is read again', 659, { blue: whole(9), red: whole(9) }, range(0, 7)],
  ['a measured round is done after that', 719, { blue: whole(11), red: whole(11) }, [1, 2, 3, 4, 5, 6, 7, 8]],
  [
    'a team that was not measured makes a round due, however old it is',
    1499,
    { blue: whole(25), red: whole(2) },
    range(2, 21),
  ],
  [
    'an unchecked old round is left alone in most minutes',
    1499,
    { blue: [unchecked, ...whole(24)], red: whole(25) },
    range(14, 21),
  ],
  ['but looked at every ten minutes', 1200, { blue: [unchecked, ...whole(19)], red: whole(20) }, [0, ...range(10, 17)]],
])('%s', (_rule, seconds, rounds, expected) => {
  expect(due(seconds, rounds)).toEqual(expected);
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
