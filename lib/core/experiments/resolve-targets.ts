import type { GameDayEvent } from '../event/event';
import { isRefusal, type Executor, type Target } from './executor';
import type { ExperimentCard } from './experiment';
import { plannedRuns } from './schedule';

/** What a planned run would hit if it began now, or why it could not. */
export interface ResolvedRun {
  readonly run: string;
  readonly experiment: string;
  readonly team: string;
  readonly targets: readonly Target[];
  /** Undefined when it could begin. */
  readonly refused: string | undefined;
}

/**
 * A dry run of everything that is planned: nothing changes. Teams are looked at together, the runs of a team one after the other; an
 * account that cannot be looked at refuses its own runs only.
 */
export async function resolveTargets(
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  executorOf: (team: string) => Pick<Executor, 'resolve'>,
): Promise<readonly ResolvedRun[]> {
  const runs = plannedRuns(event, (experiment) => cards.find(({ id }) => id === experiment)?.durationSeconds ?? 0);
  const byTeam = event.teams.map(async ({ id }) => {
    const resolved: ResolvedRun[] = [];
    for (const run of runs) {
      if (run.team !== id) continue;
      const { run: name, experiment, team } = run;
      const card = cards.find((each) => each.id === experiment);
      const answer =
        card === undefined
          ? { refused: `the scenario has no experiment "${experiment}"` }
          : await executorOf(team)
              .resolve(run, card)
              .catch((error: unknown) => ({ refused: `could not be looked at: ${String(error)}` }));
      const about = { run: name, experiment, team };
      resolved.push(
        isRefusal(answer)
          ? { ...about, targets: [], refused: answer.refused }
          : { ...about, targets: answer, refused: undefined },
      );
    }
    return resolved;
  });
  return (await Promise.all(byTeam)).flat();
}
