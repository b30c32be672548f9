import { planGames, seedsFor } from '../../lib/lab/plan';
import { labProgress } from '../../lib/lab/progress';
import { variantsOf } from '../../lib/lab/variants';

test.each([
  ['as many whole seeds as the games are enough for', 200, 24, 8],
  ['three at least', 1, 24, 3],
])('games are divided into %s', (_rule, games, variants, seeds) => {
  expect(seedsFor(games, variants)).toBe(seeds);
});

test('every variant plays under every seed, so that differences are paired', () => {
  const variants = variantsOf([{ id: 'lonely', title: 'Alone' }]);
  const games = planGames(variants, 5, 3);
  expect(games).toHaveLength(variants.length * 3);
  for (const variant of variants) {
    expect(games.filter((game) => game.variant === variant).map(({ seed }) => seed)).toEqual([5, 6, 7]);
  }
});

test.each([
  ['before the first is played', 0, 0, '[....................] Played 0 of 40 games'],
  ['not while threads are still starting', 1, 4, '[....................] Played 1 of 40 games'],
  ['at its rate', 10, 4, '[#####...............] Played 10 of 40 games, 2.5 a second, 12 s left'],
  ['at the end', 40, 16, '[####################] Played 40 of 40 games, 2.5 a second, 0 s left'],
])('progress says what is left %s', (_when, done, seconds, line) => {
  expect(labProgress(done, 40, seconds)).toBe(line);
});
