import fc from 'fast-check';
import { play } from '../../../lib/core/game';
import { awardsOf, type Award } from '../../../lib/core/view/awards';
import { snapshotOf } from '../../../lib/core/view/snapshot';
import type { LogEntry, Measurement } from '../../../lib/core/records/records';
import { anyEvent, anyRounds, anyLog } from '../../support/arbitraries';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from '../../support/builders';

const event = anEvent();
const good = aRound({ fast: 60 });
const poor = aRound({ fast: 30, slow: 30 });
const bad = aRound({ failed: 60 });
const ten = (...from: Measurement[]) => Array.from({ length: 10 }, (_, round) => from[round] ?? from.at(-1) ?? good);

const awarded = (blue: Measurement[], red: Measurement[], ...log: LogEntry[]) =>
  Object.fromEntries(
    awardsOf(event, play(event, someRounds({ blue, red }), someLog(...log), at(600))).map(({ kind, teams, value }) => [
      kind,
      { teams, value },
    ]),
  ) as Record<Award['kind'], Omit<Award, 'kind'>>;
const nobody = { teams: [], value: null };

test('nobody has earned anything in an event that was not played, and every award says so', () => {
  const awards = awardsOf(event, play(event, [], someLog(), at(600)));
  expect(awards.map(({ kind }) => kind)).toEqual(['detection', 'availability', 'value', 'improved', 'comeback']);
  expect(awards.map(({ teams, value }) => ({ teams, value }))).toEqual(awards.map(() => nobody));
});

describe('fastest detection', () => {
  const fallen = ten(good, bad, good, good, bad, good);

  test('goes to who declared soonest after impacts began, on average', () => {
    const log = [declared('blue', 90), declared('blue', 270), declared('red', 70), declared('red', 340)];
    expect(awarded(fallen, fallen, ...log).detection).toEqual({ teams: ['blue'], value: 30 });
  });

  test('is not won by declaring the easy one alone: one that was not declared counts as late', () => {
    const log = [declared('blue', 60), declared('red', 200), declared('red', 300)];
    expect(awarded(fallen, ten(good, good, bad, bad, bad, good), ...log).detection.teams).toEqual(['red']);
  });

  test('is nobody’s where nobody declared', () => {
    expect(awarded(fallen, ten(good)).detection).toEqual(nobody);
  });
});

test('teams that nothing tells apart share an award', () => {
  expect(awarded(ten(good), ten(good)).availability).toEqual({ teams: ['blue', 'red'], value: 1 });
});

test('value for money is points for what was spent, and nobody’s who lost points or spent nothing', () => {
  const cheap = ten({ ...good, spendUsdPerHour: 0.1 });
  expect(awarded(cheap, ten({ ...good, spendUsdPerHour: 0.2 })).value).toEqual({
    teams: ['blue'],
    value: 36_000,
  });
  expect(awarded(ten({ ...good, spendUsdPerHour: 0 }), ten(bad)).value).toEqual(nobody);
});

test('most improved is who serves a step better in the second half than in the first; getting worse is none', () => {
  const { improved } = awarded(ten(poor, poor, poor, poor, poor, good), ten(good, good, good, good, good, poor));
  expect(improved).toEqual({ teams: ['blue'], value: expect.closeTo(0.45) as number });
  expect(awarded(ten(good), ten(good, good, good, good, good, bad)).improved).toEqual(nobody);
});

test('a comeback counts from the worst place after the first quarter', () => {
  const { comeback } = awarded(ten(bad, bad, bad, bad, good), ten(good, good, good, good, bad));
  expect(comeback).toEqual({ teams: ['blue'], value: 1 });
  expect(awarded(ten(bad, good), ten(poor)).comeback).toEqual(nobody);
});

test('whatever happens, an award is nobody’s or of teams that play, and the best served have theirs', () => {
  fc.assert(
    fc.property(anyEvent, anyRounds, anyLog, (any, rounds, log) => {
      const game = play(any, rounds, log, at(10_000));
      for (const { teams, value } of awardsOf(any, game)) {
        expect(teams.length === 0).toBe(value === null);
        expect(value === null || Number.isFinite(value)).toBe(true);
        expect(new Set(teams).size).toBe(teams.length);
        for (const team of teams) expect(game.teams.map((each) => each.team)).toContain(team);
      }
      const { teams, value } = awardsOf(any, game)[1]!;
      for (const { team, served } of game.teams)
        if (!teams.includes(team)) expect(served).not.toBeGreaterThan(value ?? 0);
    }),
    { numRuns: 60 },
  );
});

describe('awards are on the board', () => {
  const frozen = anEvent({ freezeSeconds: 120 });
  const awards = (seconds: number, ...log: LogEntry[]) =>
    snapshotOf(frozen, someRounds({ blue: ten(good) }), someLog(...log), at(seconds), { asOf: 0, speed: 1 }).awards;

  test.each<[string, number, LogEntry[], boolean]>([
    ['not while it is played', 300, [], false],
    ['not when it is over and frozen', 600, [], false],
    ['not when it is revealed and played on', 550, [anEntry('revealed', 500, {})], false],
    ['when it is over and revealed', 610, [anEntry('revealed', 605, {})], true],
  ])('%s', (_rule, seconds, log, there) => {
    expect(awards(seconds, ...log) !== null).toBe(there);
  });

  test('beside the places at the freeze, so that the reveal tells who moved since', () => {
    const rounds = someRounds({ blue: ten(good), red: ten(bad, ...Array.from({ length: 7 }, () => good), good) });
    const late = anEntry('adjusted', 500, { team: 'red', points: 500, reason: 'fair play' });
    const shown = (...log: LogEntry[]) =>
      snapshotOf(frozen, rounds, someLog(late, ...log), at(610), { asOf: 0, speed: 1 }).teams.map(
        ({ id, rank, frozenRank }) => [id, rank, frozenRank],
      );
    expect(shown()).toEqual([
      ['blue', 1, null],
      ['red', 2, null],
    ]);
    expect(shown(anEntry('revealed', 605, {}))).toEqual([
      ['red', 1, 2],
      ['blue', 2, 1],
    ]);
  });
});
