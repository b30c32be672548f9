import { snapshotOf } from '../../../lib/core/view/snapshot';
import type { LogEntry, Measurement } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from '../../support/builders';

const good = aRound({ fast: 60 });
const bad = aRound({ failed: 60 });
const event = anEvent();
const day = (blue: Measurement[], red: Measurement[]) => someRounds({ blue, red });
const shown = (rounds: ReturnType<typeof day>, seconds: number, ...log: LogEntry[]) =>
  snapshotOf(event, rounds, someLog(...log), at(seconds), { asOf: 0, speed: 1 }).spotlights.map(
    ({ kind, team, value }) => [kind, team, value],
  );

test('who won the most points in the newest round stands out, the better placed of equals', () => {
  expect(shown(day([good, good], [bad, good]), 120)).toEqual([['gained', 'blue', 60]]);
  expect(shown(day([good, bad], [bad, good]), 120)).toEqual([['gained', 'red', 60]]);
});

test('nobody stands out who lost points, and before the first round nobody does', () => {
  expect(shown(day([bad], [bad]), 60)).toEqual([]);
  expect(shown([], 30)).toEqual([]);
});

test('the first to declare in a round stands out, with how long it took', () => {
  const rounds = day([good, bad], [good, bad]);
  expect(shown(rounds, 120, declared('red', 80), declared('blue', 100))).toEqual([['declared', 'red', 20]]);
});

test('the first to recover stands out in the round that proves it, with how long the impact lasted', () => {
  const rounds = day([good, bad, good, good, good], [bad, bad, good, good, good]);
  expect(shown(rounds, 180).map(([kind]) => kind)).toEqual(['gained']);
  expect(shown(rounds, 240)[0]).toEqual(['recovered', 'blue', 60]);
  expect(shown(rounds, 300).map(([kind]) => kind)).toEqual(['gained']);
});

test('nothing stands out while the board is frozen, nor when the play is over', () => {
  const rounds = day([good, good], [bad, bad]);
  expect(shown(rounds, 125, anEntry('frozen', 122, {}))).toEqual([]);
  expect(shown(rounds, 700)).toEqual([]);
});
