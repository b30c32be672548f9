import type { Executor } from '../experiments/executor';
import type { ExperimentRun } from '../experiments/schedule';

/** What applies faults where all teams are hit by one. */
export interface SharedPlace {
  /** Where a run of that name was decided to begin; undefined when nobody decided it. */
  executorOf(sharedRun: string): Promise<Executor | undefined>;
  /** Of every environment: what is to end is looked for everywhere. */
  readonly everywhere: readonly Executor[];
}

/**
 * A team's share in environments that all teams share: each team has a run of its own in the log, and all of them are one fault. Whoever
 * comes first begins it, to the others it has begun; whoever ends it ends it for all.
 */
export function sharedExecutor(team: string, place: SharedPlace): Executor {
  const shared = (run: string): string => (run.endsWith(`-${team}`) ? run.slice(0, -team.length - 1) : run);
  const of = (run: ExperimentRun): ExperimentRun => ({ ...run, run: shared(run.run) });
  const nowhere = { refused: 'nobody decided where it is to run' };
  return {
    resolve: async (run, card) => (await place.executorOf(shared(run.run)))?.resolve(of(run), card) ?? nowhere,
    start: async (run, card) => (await place.executorOf(shared(run.run)))?.start(of(run), card) ?? nowhere,
    stop: async (run) => {
      for (const executor of place.everywhere) await executor.stop(shared(run));
    },
    state: async (run) => (await place.executorOf(shared(run)))?.state(shared(run)) ?? { state: 'unknown' },
    sweep: async (keep) => {
      const kept = new Set([...keep].map(shared));
      const found = await Promise.all(place.everywhere.map((executor) => executor.sweep(kept)));
      return found.flat();
    },
  };
}
