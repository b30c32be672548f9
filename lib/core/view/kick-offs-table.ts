import { formatClock, formatDuration } from '../event/durations';
import type { GameDayEvent } from '../event/event';
import type { ExperimentCard } from '../experiments/experiment';
import { columns } from './columns';

/** A kick-off as the event file plans it. Instants are event time. */
export interface PlannedKickOff {
  readonly number: number;
  readonly experiment: string;
  readonly toldAtSeconds: number;
  /** When it begins if nothing keeps it waiting. */
  readonly beginsAtSeconds: number;
  readonly forSeconds: number;
}

/** The kick-offs of an informed event, in their order. */
export const plannedKickOffs = (
  { experiments, informed }: GameDayEvent,
  cards: readonly ExperimentCard[],
): readonly PlannedKickOff[] =>
  experiments.map(({ experiment, atSeconds, forSeconds }, index) => ({
    number: index + 1,
    experiment,
    toldAtSeconds: atSeconds,
    beginsAtSeconds: atSeconds + (informed?.vote.seconds ?? 0),
    forSeconds: forSeconds ?? cards.find(({ id }) => id === experiment)?.durationSeconds ?? 0,
  }));

/** The same for people. */
export const kickOffsTable = (kickOffs: readonly PlannedKickOff[]): string =>
  columns(
    [
      ['Kick-off', 'Experiment', 'Told', 'Begins', 'Lasts'],
      ...kickOffs.map(({ number, experiment, toldAtSeconds, beginsAtSeconds, forSeconds }) => [
        String(number),
        experiment,
        formatClock(toldAtSeconds),
        formatClock(beginsAtSeconds),
        formatDuration(forSeconds),
      ]),
    ],
    [1],
  );
