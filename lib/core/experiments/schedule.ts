import { dice } from '../dice';
import { eventId } from '../event/event-id';
import type { GameDayEvent, PlannedExperiment } from '../event/event';

/** One experiment at one team, by plan or by order. */
export interface ExperimentRun {
  /** Unique in an event. */
  readonly run: string;
  readonly experiment: string;
  readonly team: string;
  /** Event time at which it is to begin. */
  readonly atSeconds: number;
  /** Event time after which it ends by itself. */
  readonly forSeconds: number;
}

/**
 * The runs that the event file plans, by instant. Every team that an experiment is planned for gets it.
 *
 * A jitter moves a run by whole seconds, by the dice of event and team, so that no team can warn another. A team's experiments
 * with a jitter are taken in pairs, and what one comes earlier the other comes later: in sum no team has an earlier day than
 * another. One that is left without a partner stays where it is planned.
 * @param durationOf seconds that an experiment lasts when the file says nothing
 */
export function plannedRuns(event: GameDayEvent, durationOf: (experiment: string) => number): readonly ExperimentRun[] {
  return event.teams
    .flatMap(({ id: team }) => {
      const own = event.experiments.flatMap((planned, index) =>
        planned.teams === undefined || planned.teams.includes(team) ? [{ planned, index }] : [],
      );
      const offsets = offsetsOf(event, team, own);
      return own.map(({ planned, index }): ExperimentRun => ({
        run: plannedRunId(planned.experiment, index, team),
        experiment: planned.experiment,
        team,
        atSeconds: planned.atSeconds + (offsets.get(index) ?? 0),
        forSeconds: planned.forSeconds ?? durationOf(planned.experiment),
      }));
    })
    .sort((a, b) => a.atSeconds - b.atSeconds);
}

/** Ids of the runs that the event file plans as one experiment, at all its teams: a list for each experiment of the file, in its order. */
export const plannedTogether = (event: Pick<GameDayEvent, 'experiments' | 'teams'>): readonly (readonly string[])[] =>
  event.experiments.map(({ experiment, teams = event.teams.map(({ id }) => id) }, index) =>
    teams.map((team) => plannedRunId(experiment, index, team)),
  );

const plannedRunId = (experiment: string, index: number, team: string): string => `${experiment}-${index}-${team}`;

interface Placed {
  readonly planned: PlannedExperiment;
  /** Its place in the event file. */
  readonly index: number;
}

function offsetsOf(event: GameDayEvent, team: string, own: readonly Placed[]): ReadonlyMap<number, number> {
  const jittered = own.filter(({ planned }) => (planned.jitterSeconds ?? 0) > 0);
  const offsets = new Map<number, number>();
  for (let place = 0; place + 1 < jittered.length; place += 2) {
    const [first, second] = jittered.slice(place, place + 2) as [Placed, Placed];
    const most = Math.floor(Math.min(first.planned.jitterSeconds ?? 0, second.planned.jitterSeconds ?? 0));
    const offset = Math.floor(dice(eventId(event), team, first.index) * (2 * most + 1)) - most;
    offsets.set(first.index, offset);
    offsets.set(second.index, -offset);
  }
  return offsets;
}
