import { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture } from '../tiny';

type Parts = Parameters<typeof anArchitecture>;

export const aWorld = (parts: Parts, application = anApplication()): World =>
  new World({ application, architecture: anArchitecture(...parts), seed: 1 });

export const texts = (world: World): string[] => world.transitions().map((each) => each.text);

/** How often a note was written down. */
export const count = (world: World, text: string): number =>
  texts(world).filter((each) => each.startsWith(text)).length;

/** Zones of the instances and tasks that run. */
export const zones = (world: World): number[] =>
  world.resources().flatMap((each) => (each.kind === 'instance' || each.kind === 'task' ? [each.zone] : []));

/** One request fills the memory of whoever gets it. */
export const fragile = anApplication({ tier: { leakPerRequestKib: 16 * 1024 * 1024 } });

/** Steps that failed in the first minutes. */
export const failures = (world: World, minutes: number): number =>
  Array.from({ length: minutes }, (_, round) => world.counts(round).failed).reduce((sum, failed) => sum + failed, 0);

/** The most and the fewest servers at any of these instants. */
export function sizes(world: World, toSeconds: number): { most: number; fewest: number } {
  let [most, fewest] = [0, Infinity];
  while (world.now < toSeconds) {
    world.advance(world.now + 5);
    const present = zones(world).length;
    [most, fewest] = [Math.max(most, present), Math.min(fewest, present)];
  }
  return { most, fewest };
}
