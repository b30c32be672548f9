import type { UndatedEntry } from '../records/records';
import type { ExperimentRun } from './schedule';

type Undated<T extends 'ordered' | 'started' | 'ended' | 'refused'> = Extract<
  UndatedEntry,
  { type: `experiment-${T}` }
>;

/** One id for each thing that can happen to a run once: whoever else writes it down writes the same entry. */
const entryId = (run: string, what: string): string => `${run}-${what}`;

export const orderedEntry = ({
  run,
  experiment,
  team,
  forSeconds,
}: Omit<ExperimentRun, 'atSeconds'>): Undated<'ordered'> => ({
  id: entryId(run, 'ordered'),
  by: 'organizer',
  type: 'experiment-ordered',
  run,
  experiment,
  team,
  seconds: forSeconds,
});

export const startedEntry = ({ run, experiment, team }: Omit<ExperimentRun, 'atSeconds'>): Undated<'started'> => ({
  id: entryId(run, 'started'),
  by: 'organizer',
  type: 'experiment-started',
  run,
  experiment,
  team,
});

/** @param reason a sentence for the organizer; cut where the log would not take it */
export const refusedEntry = (
  { run, experiment, team }: Omit<ExperimentRun, 'atSeconds'>,
  reason: string,
): Undated<'refused'> => ({
  id: entryId(run, 'refused'),
  by: 'organizer',
  type: 'experiment-refused',
  run,
  experiment,
  team,
  reason: reason.slice(0, 2000),
});

export const endedEntry = (run: string, outcome: string, reason: string): Undated<'ended'> => ({
  id: entryId(run, 'ended'),
  by: 'organizer',
  type: 'experiment-ended',
  run,
  outcome,
  reason: reason.slice(0, 2000),
});
