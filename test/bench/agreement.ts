import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stepClasses } from '../../lib/core/records/records';
import { differencesUnder } from '../support/agreement';
import { figure, type Figure } from './figure';

const SEEDS = [1, 2, 3, 4, 5];

/** How far thirty event-minutes with real requests are from the same ones without, under five seeds. Takes ten minutes of a machine that does nothing else. */
export async function benchAgreement(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gameday-agreement-'));
  try {
    const seeds = await differencesUnder(SEEDS, folder);
    return (seeds[0] ?? []).flatMap(({ team }) => {
      const own = seeds.flatMap((each) => each.filter((difference) => difference.team === team));
      const aimed = (what: string, unit: string, aim: string, values: readonly number[]): Figure =>
        meanFigure(`${team}, real less virtual: ${what}`, unit, aim, values);
      return [
        aimed(
          'points, of a clean team’s',
          '%',
          '-5 to 5',
          own.map(({ points }) => points),
        ),
        ...stepClasses.map((name) =>
          aimed(
            `share of ${name}`,
            'pp',
            '-2 to 2',
            own.map(({ shares }) => shares[name]),
          ),
        ),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The mean is what has an aim, so it stands where other figures have their median. */
function meanFigure(name: string, unit: string, aim: string, values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { ...figure(name, unit, values, aim), median: mean };
}
