import type { ExperimentCard } from './experiment';
import type { ExperimentRun } from './schedule';

/** One thing that a fault hits, in the words of where it stands: an instance, a task, a subnet, a table. */
export interface Target {
  /** What it is, in one or two words: `instance`, `security group`. */
  readonly kind: string;
  /** Its unmistakable name there: on AWS its ARN or id. */
  readonly name: string;
}

/** Why a fault cannot be applied: a sentence that stands in the log and on the organizer's screen. */
export interface Refusal {
  readonly refused: string;
}

/** True when what came back is a refusal. */
export const isRefusal = (answer: object | string): answer is Refusal =>
  typeof answer === 'object' && 'refused' in answer;

/**
 * What has become of a run where its fault is applied. `unknown`: nothing of it is to be found there, which a run that ended and was
 * cleaned away has in common with one that never began.
 */
export type RunHealth =
  | { readonly state: 'running' }
  | { readonly state: 'over' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'unknown' };

/**
 * Applies faults to one team, in the arena or in its AWS account. Every method may be repeated, by several processes, after any of
 * them died half-way: what is done is known by the run's id, which is looked for before anything is made. A refusal is the answer
 * when the fault cannot be applied; anything that may work at the next try (throttling, a network) is thrown.
 */
export interface Executor {
  /** Dry run: what would be hit now. Changes nothing. */
  resolve(run: ExperimentRun, card: ExperimentCard): Promise<readonly Target[] | Refusal>;
  /**
   * Applies the fault, with an end of its own after `run.forSeconds` which survives the death of this process. `started` again when
   * it runs already. After a refusal nothing of the run is left.
   */
  start(run: ExperimentRun, card: ExperimentCard): Promise<'started' | Refusal>;
  /** Takes the fault back now and cleans up; done when nothing of it is left. Nothing happens when nothing of the run is there. */
  stop(run: string): Promise<void>;
  /** What has become of a run. */
  state(run: string): Promise<RunHealth>;
  /**
   * Takes back and cleans up whatever of an experiment is found at the team, half made or running, except the runs to keep. With
   * none to keep, it is the end of everything, whatever the log knows.
   * @returns ids of the runs of which something was found
   */
  sweep(keep: ReadonlySet<string>): Promise<readonly string[]>;
}

/** An executor where everything happens at once, as on the stage of a rehearsal, which moves through event time and waits for nothing. */
export type ImmediateExecutor = {
  readonly [Method in keyof Executor]: (
    ...given: Parameters<Executor[Method]>
  ) => Awaited<ReturnType<Executor[Method]>>;
};
