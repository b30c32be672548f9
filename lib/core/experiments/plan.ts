import type { GameDayEvent } from '../event/event';
import type { ExperimentCard } from './experiment';
import { plannedRuns, plannedTogether, type ExperimentRun } from './schedule';

/** What an event file plans, as it will happen if nothing else is ordered. */
export interface ExperimentPlan {
  /** By instant. `movedSeconds`: later than planned by the jitter, negative when earlier. */
  readonly runs: readonly (ExperimentRun & { readonly movedSeconds: number })[];
  readonly announcements: readonly {
    readonly atSeconds: number;
    readonly mode: 'announced' | 'misleading';
    readonly text: string;
  }[];
  /** What each team gets in sum. */
  readonly shares: readonly TeamShare[];
  /** Whether every team gets the same faults for the same time, and none an earlier day than another. */
  readonly isEqual: boolean;
}

interface TeamShare {
  readonly team: string;
  readonly runs: number;
  /** Under faults, in sum. */
  readonly seconds: number;
  readonly movedSeconds: number;
}

/** Works out who gets what and when. */
export function experimentPlan(event: GameDayEvent, cards: readonly ExperimentCard[]): ExperimentPlan {
  const find = (experiment: string): ExperimentCard | undefined => cards.find(({ id }) => id === experiment);
  const meant = new Map<string, number>(
    plannedTogether(event).flatMap((together, index) =>
      together.map((run) => [run, event.experiments[index]?.atSeconds ?? 0] as const),
    ),
  );
  const runs = plannedRuns(event, (experiment) => find(experiment)?.durationSeconds ?? 0).map((run) => ({
    ...run,
    movedSeconds: run.atSeconds - (meant.get(run.run) ?? run.atSeconds),
  }));
  const announcements = event.experiments.flatMap(({ experiment, atSeconds }) => {
    const announcement = find(experiment)?.announcement;
    if (announcement === undefined || announcement.mode === 'silent') return [];
    const { mode, text, afterSeconds } = announcement;
    return [{ atSeconds: atSeconds + afterSeconds, mode, text }];
  });
  const shares = event.teams.map(({ id: team }): TeamShare => {
    const own = runs.filter((run) => run.team === team);
    return {
      team,
      runs: own.length,
      seconds: own.reduce((sum, { forSeconds }) => sum + forSeconds, 0),
      movedSeconds: own.reduce((sum, { movedSeconds }) => sum + movedSeconds, 0),
    };
  });
  const faults = event.teams.map(({ id }) =>
    runs
      .filter(({ team }) => team === id)
      .map(({ experiment, forSeconds }) => `${experiment} ${forSeconds}`)
      .sort()
      .join('\n'),
  );
  // By instants and not by the jitter alone: a plan may name another time for each team.
  const instants = event.teams.map(({ id }) =>
    runs.reduce((sum, { team, atSeconds }) => (team === id ? sum + Math.round(atSeconds * 1000) : sum), 0),
  );
  const isEqual = new Set(faults).size <= 1 && new Set(instants).size <= 1;
  return { runs, announcements, shares, isEqual };
}
