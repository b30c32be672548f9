import { runLoadProgram } from '../program';
import { journeyFile, loadJourney } from '../scenario-journey';
import { findK6 } from './binary';
import { bundleScript } from './bundle';
import { startK6 } from './engine';

void runLoadProgram(async (order, tell) => {
  const [binary, journey] = await Promise.all([findK6(process.env), loadJourney(order.scenario)]);
  const writeScript = (file: string) => bundleScript(journeyFile(order.scenario), file);
  return startK6(order, { binary, writeScript, journeySteps: journey.steps }, tell);
});
