import { compareContenders, ranksOf, type Contender } from '../../../lib/core/score/standings';
import { play } from '../../../lib/core/game';
import { anEvent, aRound, at, someLog, someRounds } from '../../support/builders';

const aTeam = (team: string, parts: Partial<Contender> = {}): Contender => ({
  team,
  points: 0,
  served: 0,
  spendUsd: 0,
  ...parts,
});

test.each([
  ['points first', aTeam('b', { points: 2 }), aTeam('a', { points: 1, served: 1 })],
  ['then share of steps served well', aTeam('b', { served: 1, spendUsd: 9 }), aTeam('a', { served: 0.9 })],
  ['then lower spend', aTeam('b', { spendUsd: 1 }), aTeam('a', { spendUsd: 2 })],
  ['then team id', aTeam('a'), aTeam('b')],
])('places go by %s', (_rule, better, worse) => {
  expect([worse, better].sort(compareContenders)).toEqual([better, worse]);
  expect([...ranksOf([worse, better])]).toEqual([
    [better.team, 1],
    [worse.team, 2],
  ]);
});

test('the previous rank is the one at the end of the round before', () => {
  const good = aRound({ fast: 60 });
  const bad = aRound({ failed: 60 });
  const ranksAfter = (seconds: number) =>
    play(anEvent(), someRounds({ blue: [bad, good, good], red: [good, bad, bad] }), someLog(), at(seconds)).teams.map(
      ({ team, rank, previousRank }) => [team, rank, previousRank],
    );
  expect(ranksAfter(60)).toEqual([
    ['red', 1, 1],
    ['blue', 2, 2],
  ]);
  expect(ranksAfter(180)).toEqual([
    ['blue', 1, 1],
    ['red', 2, 2],
  ]);
  expect(ranksAfter(120)).toEqual([
    ['blue', 1, 2],
    ['red', 2, 1],
  ]);
});
