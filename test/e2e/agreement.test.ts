import { differencesOf, meanDistances, type Difference } from '../support/agreement';
import { scratchFolder } from './rehearsal-process';

const SEEDS = [1, 2];
/** Percent of a clean team's points, and percentage points of the steps. */
const MOST_POINTS = 5;
const MOST_SHARE = 2;
jest.setTimeout(SEEDS.length * 120_000);

const scratch = scratchFolder();
afterAll(() => scratch.remove());

test('thirty event-minutes with real requests come out as the same ones without', async () => {
  const seeds: (readonly Difference[])[] = [];
  for (const seed of SEEDS) seeds.push(await differencesOf(seed, scratch.path));
  const distances = meanDistances(seeds);
  expect(distances).toHaveLength(4);
  const isFar = ({ points, shares }: Difference): boolean =>
    points > MOST_POINTS || Object.values(shares).some((distance) => distance > MOST_SHARE);
  expect(distances.filter(isFar)).toEqual([]);
});
