import { runLoadProgram } from '../program';
import { loadJourney } from '../scenario-journey';
import { startEmbedded } from './engine';
import { warmUp } from './warm-up';

void runLoadProgram(async (order, tell) => {
  const journey = await loadJourney(order.scenario);
  const run = startEmbedded(order, journey, tell);
  // Beside the run, which cannot be late because of it. Without it, some journeys of the first window are late at worst.
  warmUp(order, journey).catch(() => undefined);
  return run;
});
