import type { ExperimentCard } from '../core/experiments/experiment';
import { loadScenario, scenarioNames } from './catalogue';

/** The experiments of a scenario; none when this checkout does not have it. Throws `ScenarioBroken`. */
export async function cardsOf(scenario: string): Promise<readonly ExperimentCard[]> {
  return scenarioNames().includes(scenario) ? (await loadScenario(scenario)).experiments : [];
}
