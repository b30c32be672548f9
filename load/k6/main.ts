import { runLoadProgram } from '../program';
import { journeyFile, loadJourney } from '../scenario-journey';
import { findK6 } from './binary';
import { startK6 } from './engine';

void runLoadProgram(async (order, tell) => {
  const [binary, journey] = await Promise.all([findK6(process.env), loadJourney(order.scenario)]);
  return startK6(order, { binary, journeyFile: journeyFile(order.scenario), journeySteps: journey.steps }, tell);
});
