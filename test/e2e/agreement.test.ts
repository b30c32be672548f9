import { differencesUnder, meanDifferences, type Difference } from '../support/agreement';
import { scratchFolder } from './rehearsal-process';

const SEEDS = [1, 2];
/** Percent of a clean team's points, and percentage points of the steps. */
const MOST_POINTS = 5;
const MOST_SHARE = 2;
jest.setTimeout(420_000);

const scratch = scratchFolder();
afterAll(() => scratch.remove());

test('thirty event-minutes with real requests come out as the same ones without', async () => {
  const differences = meanDifferences(await differencesUnder(SEEDS, scratch.path));
  expect(differences).toHaveLength(4);
  const isFar = ({ points, shares }: Difference): boolean =>
    Math.abs(points) > MOST_POINTS || Object.values(shares).some((difference) => Math.abs(difference) > MOST_SHARE);
  expect(differences.filter(isFar)).toEqual([]);
});
