import { availableParallelism } from 'node:os';
import { runLab } from '../../lib/lab/lab';
import { spokenIo } from '../support/spoken';
import { figure, type Figure } from './figure';

const GAMES = 200;

/** How long the lab takes for 200 games of the default event on all cores, from nothing to its report. */
export async function benchLab(): Promise<Figure[]> {
  const jobs = availableParallelism();
  const options = { scenario: 'rental-market', games: GAMES, seed: 1, event: undefined, jobs };
  const begun = performance.now();
  const report = await runLab(options, spokenIo(), new AbortController().signal);
  const seconds = (performance.now() - begun) / 1000;
  const name = `lab of rental-market, ${GAMES} games on ${jobs} cores`;
  return report === undefined ? [] : [figure(name, 's', [(seconds * GAMES) / report.games], '60')];
}
