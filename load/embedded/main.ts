import { runLoadProgram } from '../program';
import { loadJourney } from '../scenario-journey';
import { startEmbedded } from './engine';

void runLoadProgram(async (order, tell) => startEmbedded(order, await loadJourney(order.scenario), tell));
