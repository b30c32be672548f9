import { readArchitecture } from '../../lib/architecture/read';
import { World } from '../../lib/arena/world';
import { loadScenario } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';
import { figure, type Figure } from './figure';

const STEPS_PER_SECOND = 40;
const EVENT_SECONDS = 7200;
const RUNS = 5;

/** How many steps of simulated customers one core plays in a second, on the good architecture and on the spoiled one. */
export async function benchArena(): Promise<Figure[]> {
  const { application, journey } = await loadScenario('rental-market');
  const { good, spoiled } = await synthesise('rental-market');
  const runs = (template: typeof good): number[] =>
    Array.from({ length: RUNS }, (_, seed) => {
      const world = new World({ application, architecture: readArchitecture(template), seed });
      world.plan(() => STEPS_PER_SECOND / journey.steps);
      const begun = performance.now();
      world.advance(EVENT_SECONDS);
      return (STEPS_PER_SECOND * EVENT_SECONDS) / ((performance.now() - begun) / 1000);
    });
  return [
    figure('simulated steps a second, good architecture', 'steps/s', runs(good)),
    figure('simulated steps a second, spoiled architecture', 'steps/s', runs(spoiled)),
  ];
}
