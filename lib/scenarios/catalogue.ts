import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GameDayError } from '../core/errors';
import type { Scenario } from './scenario';
import { scenarioMistakes } from './scenario-mistakes';

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

/**
 * Loads a scenario without its stack, so without CDK. @throws GameDayError `ScenarioUnknown`, or `ScenarioBroken` when its code does
 * not run or names what is not there
 */
export async function loadScenario(id: string): Promise<Scenario> {
  requireScenario(id);
  const scenario = await importScenario(id);
  const mistakes = scenarioMistakes(scenario, id);
  if (mistakes.length === 0) return scenario;
  throw broken(id, `is not right:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
}

async function importScenario(id: string): Promise<Scenario> {
  let loaded: { readonly scenario?: Scenario };
  try {
    loaded = (await import(join(scenarioFolder(id), 'scenario'))) as typeof loaded;
  } catch (cause) {
    throw broken(id, `cannot be loaded:\n${loadFailure(cause, scenarioFolder(id))}`, cause);
  }
  if (loaded.scenario === undefined) throw broken(id, 'exports nothing called "scenario"');
  return loaded.scenario;
}

/** What a failure says, and where in the scenario's own files it came about. */
function loadFailure(failure: unknown, folder: string): string {
  if (!(failure instanceof Error)) return String(failure);
  const where = (failure.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && line.includes(folder));
  // What cannot be found is followed by everybody who asked for it.
  const [said = ''] = failure.message.split('\nRequire stack:');
  return [said, ...where.slice(0, 3).map((line) => line.trim())].join('\n');
}

const broken = (id: string, what: string, cause?: unknown): GameDayError =>
  new GameDayError(
    'ScenarioBroken',
    `The scenario "${id}" ${what}`,
    `Correct it, then check it again: npx gameday scenario check ${id}`,
    { cause },
  );

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
