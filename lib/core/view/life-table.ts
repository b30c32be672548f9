import type { GameDayEvent } from '../event/event';
import type { ExperimentCard } from '../experiments/experiment';
import { experimentVersion } from '../experiments/version';
import type { Informed } from '../informed/informed';
import { isFarEnough, isOpened, lifeCycleOf, type LifeCycle } from '../informed/life-cycle';
import type { DatedEntry } from '../records/effective-log';
import { columns } from './columns';

/** How far an experiment has come, and where it might run by that. */
export interface LifeRow extends LifeCycle {
  readonly experiment: string;
  readonly version: string;
  /** Ids of the environments for which approval and life cycle would let it pass. */
  readonly mayRunIn: readonly string[];
}

/** The experiments that an informed event plans, each once, in its order. */
export function lifeRows(
  { experiments }: GameDayEvent,
  informed: Informed,
  cards: readonly ExperimentCard[],
  entries: readonly DatedEntry[],
): readonly LifeRow[] {
  const planned = [...new Set(experiments.map(({ experiment }) => experiment))];
  return planned.flatMap((id) => {
    const card = cards.find((each) => each.id === id);
    if (card === undefined) return [];
    const version = experimentVersion(card);
    const life = lifeCycleOf(informed, entries, id, version);
    const mayRunIn = informed.environments
      .filter((environment) => isFarEnough(environment, life) && isOpened(informed, entries, environment.id, id))
      .map((environment) => environment.id);
    return [{ experiment: id, version, ...life, mayRunIn }];
  });
}

/** The same for people. */
export const lifeTable = (rows: readonly LifeRow[]): string =>
  columns(
    [
      ['Experiment', 'State', 'Authors', 'Reviewed by', 'Rehearsed in', 'Approved for', 'May run in'],
      ...rows.map(({ experiment, state, authors, reviewers, rehearsedIn, approvedFor, mayRunIn }) => [
        experiment,
        state,
        ...[authors, reviewers, rehearsedIn, approvedFor, mayRunIn].map((names) => names.join(', ') || '-'),
      ]),
    ],
    [0, 1, 2, 3, 4, 5, 6],
  );
