import { columns } from '../core/view/columns';
import type { ClassCoverage } from './coverage';

/** Coverage for people, a line each class, gaps first; then what to do about the dearest gap. */
export const coverageTable = (classes: readonly ClassCoverage[]): string =>
  columns([HEAD, ...classes.map(row)], [0, 3, 4, 5]);

const HEAD = ['Failure class', 'Incidents', 'Minutes', 'Experiments', 'Played', ''];

const row = ({ failureClass, incidents, minutesToRecover, unknown, experiments, played, state }: ClassCoverage) => [
  failureClass,
  String(incidents),
  `${Math.round(minutesToRecover)}${unknown === 0 ? '' : ` + ${unknown} unknown`}`,
  experiments.length === 0 ? '-' : experiments.join(', '),
  played.length === 0 ? '-' : played.map(({ edition, experiments: ids }) => `${edition}: ${ids.join(', ')}`).join('; '),
  state,
];
