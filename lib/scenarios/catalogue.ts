import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GameDayError } from '../core/errors';
import type { Scenario } from './scenario';

const root = join(__dirname, '..', '..', 'scenarios');

/** Folder of a scenario. Nothing says that it exists. */
export const scenarioFolder = (id: string): string => join(root, id);

/** Ids of the scenarios of this checkout, sorted. */
export function scenarioNames(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'scenario.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** Loads a scenario without its stack, so without CDK. @throws GameDayError `ScenarioUnknown` */
export async function loadScenario(id: string): Promise<Scenario> {
  requireScenario(id);
  const { scenario } = (await import(join(scenarioFolder(id), 'scenario'))) as { scenario: Scenario };
  return scenario;
}

/** The same in a worker thread, where nothing compiles TypeScript for dynamic imports. */
export function loadScenarioInWorker(id: string): Scenario {
  requireScenario(id);
  return (createRequire(__filename)(join(scenarioFolder(id), 'scenario')) as { scenario: Scenario }).scenario;
}

/** @throws GameDayError `ScenarioUnknown` unless this checkout has the scenario */
export function requireScenario(id: string): void {
  const known = scenarioNames();
  if (known.includes(id)) return;
  throw new GameDayError('ScenarioUnknown', `There is no scenario "${id}".`, `Choose one of: ${known.join(', ')}.`);
}
