import { readArchitecture } from '../../../lib/architecture/read';
import type { Application } from '../../../lib/arena/application';
import { World } from '../../../lib/arena/world';
import type { ExperimentCard } from '../../../lib/core/experiments/experiment';
import { stepClasses, type StepClass } from '../../../lib/core/records/records';
import type { Template } from '../../../lib/core/scenario';
import { ArenaExecutor } from '../../../lib/rehearsal/stage/arena-executor';

/** Where an experiment is tried. */
export interface TrialSite {
  readonly application: Application;
  readonly template: Template;
  /** Steps a second, in event time. */
  readonly rate: (eventSeconds: number) => number;
  readonly seed: number;
}

const roundSeconds = 60;

/** A quarter of an hour, so that scaling has found its size. */
export const strikesAtSeconds = 900;

/** A world that has run up to the instant at which the experiment strikes. */
export function aWorldBefore({ application, template, rate, seed }: TrialSite): World {
  const world = new World({ application, architecture: readArchitecture(template), seed, roundSeconds });
  world.plan((seconds) => rate(seconds) / application.journey.length);
  world.advance(strikesAtSeconds);
  return world;
}

/** Lets the experiment strike now. @returns what ends it at once */
export function strike(world: World, card: ExperimentCard): () => void {
  const executor = new ArenaExecutor(world);
  const run = {
    run: 'trial',
    experiment: card.id,
    team: 'blue',
    atSeconds: world.now,
    forSeconds: card.durationSeconds,
  };
  const answer = executor.start(run, card);
  if (answer !== 'started') throw new Error(answer.refused);
  return () => executor.stop('trial');
}

/** Shares of a round's steps, by class, of every round that lies between two instants. */
export function sharesByRound(
  world: World,
  fromSeconds: number,
  toSeconds: number,
): readonly Readonly<Record<StepClass, number>>[] {
  const first = Math.ceil(fromSeconds / roundSeconds);
  const rounds = Array.from({ length: Math.floor(toSeconds / roundSeconds) - first }, (_, index) =>
    world.counts(first + index),
  );
  return rounds.map(
    (counts) =>
      Object.fromEntries(stepClasses.map((one) => [one, counts[one] / counts.expected])) as Record<StepClass, number>,
  );
}

/** What runs, what load balancers think of it, and what the fault would find: without numbers, as replaced servers have others. */
export function lookOf(world: World, card: ExperimentCard): readonly string[] {
  const plain = (id: string) => id.replace(/-\d+\b/, '');
  return [
    ...world.resources().map(({ kind, id }) => `${kind} ${plain(id)}`),
    ...world.targets().map(({ group, server, state }) => `${plain(server)} is ${state} in ${group}`),
    ...world.targetsOf(card.fault).map(({ kind, name }) => `hits ${kind} ${plain(name)}`),
  ].sort();
}
