import type { ExperimentCard } from '../core/experiments/experiment';
import type { WeaknessCard } from '../core/scenario';
import { loadScenario, scenarioNames } from './catalogue';

/** The experiments of a scenario; none when this checkout does not have it. Throws `ScenarioBroken`. */
export async function cardsOf(scenario: string): Promise<readonly ExperimentCard[]> {
  return scenarioNames().includes(scenario) ? (await loadScenario(scenario)).experiments : [];
}

/** What a scenario's hints say and of which symptom, and nothing else of its weaknesses. Throws `ScenarioBroken`. */
export async function hintsOf(scenario: string): Promise<readonly Pick<WeaknessCard, 'id' | 'symptom' | 'hints'>[]> {
  if (!scenarioNames().includes(scenario)) return [];
  return (await loadScenario(scenario)).weaknesses.map(({ id, symptom, hints }) => ({ id, symptom, hints }));
}
