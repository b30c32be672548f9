import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { differencesOf, meanDistances, type Difference } from '../support/agreement';
import { figure, type Figure } from './figure';

const SEEDS = [1, 2, 3, 4, 5];

/** How far thirty event-minutes with real requests are from the same ones without, under five seeds. Takes three minutes. */
export async function benchAgreement(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gameday-agreement-'));
  try {
    const seeds: (readonly Difference[])[] = [];
    for (const seed of SEEDS) seeds.push(await differencesOf(seed, folder));
    return meanDistances(seeds).flatMap(({ team, points, shares }) => {
      const [farthest, distance] = Object.entries(shares).reduce((a, b) => (b[1] > a[1] ? b : a));
      return [
        figure(`${team}: mean distance of points, of the clean team's`, '%', [points], '5'),
        figure(`${team}: mean distance of the share of ${farthest}`, 'pp', [distance], '2'),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
