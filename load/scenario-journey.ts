import { resolve } from 'node:path';
import type { JourneyDefinition } from './journey';

/** The file of a scenario's journey. */
export function journeyFile(scenario: string): string {
  return resolve(__dirname, '..', 'scenarios', scenario, 'journey.ts');
}

/** Loads a scenario's journey without the rest of the scenario. */
export async function loadJourney(scenario: string): Promise<JourneyDefinition> {
  const { journey } = (await import(journeyFile(scenario))) as { journey: JourneyDefinition };
  return journey;
}
