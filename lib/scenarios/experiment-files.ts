import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioFolder } from './catalogue';
import type { ExperimentFile } from './to-fill-in';

/** The files in the folder of a scenario's experiments, sorted, whether the scenario knows of them or not. Rejects when one does not run. */
export async function experimentFiles(scenario: string): Promise<readonly ExperimentFile[]> {
  const folder = join(scenarioFolder(scenario), 'experiments');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return Promise.all(
    names.sort().map(async (name) => ({
      path: `experiments/${name}`,
      exports: (await import(join(folder, name))) as Readonly<Record<string, unknown>>,
    })),
  );
}
