import { buildSync } from 'esbuild';
import { resolve } from 'node:path';
import { scriptBundle } from '../k6/bundle';
import { journeyFile } from '../scenario-journey';

/** Names of the two files in the folder that a task is given. */
export const loadProgramFile = 'main.js';
export const k6ScriptFile = 'k6-script.js';

/**
 * Bundles the load program and its k6 script with a scenario's journey into `folder`: all that a task needs besides Node and k6.
 * `node main.js` runs it, with the environment of `loadEnvSchema`, and `GAMEDAY_K6` where k6 is not on the PATH.
 */
export function bundleLoadProgram(scenario: string, folder: string): void {
  buildSync({
    stdin: { contents: entry(scenario), resolveDir: __dirname, loader: 'ts' },
    // Names in the bundle must not depend on where the checkout lies: its hash is part of the template.
    absWorkingDir: resolve(__dirname, '../..'),
    outfile: resolve(folder, loadProgramFile),
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node22',
    logLevel: 'error',
  });
  buildSync(scriptBundle(journeyFile(scenario), resolve(folder, k6ScriptFile)));
}

const entry = (scenario: string) => `
  import { journey } from ${JSON.stringify(journeyFile(scenario))};
  import { main } from './main';
  void main(${JSON.stringify(scenario)}, journey, require('node:path').join(__dirname, ${JSON.stringify(k6ScriptFile)}));
`;
