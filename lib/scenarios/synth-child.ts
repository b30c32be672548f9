import { App } from 'aws-cdk-lib';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioOptions } from '../core/event/event';
import type { Template } from '../core/scenario';
import { scenarioStacks } from '../stacks/scenario-stack';
import type { Weakness } from './scenario';
import type { Synthesis } from './synth';

/** Runs in a process of its own (see `synth.ts`): writes the templates of the scenario named by its arguments to standard output. */
async function main(scenarioId: string, options: string): Promise<void> {
  const { scenario, add } = await scenarioStacks(scenarioId, JSON.parse(options) as ScenarioOptions);
  const folder = mkdtempSync(join(tmpdir(), 'gameday-synth-'));
  const template = (choose: (weakness: Weakness) => boolean): Template => {
    const app = new App({ analyticsReporting: false, outdir: mkdtempSync(join(folder, 'app-')) });
    const stack = add(app, choose);
    return app.synth().getStackByName(stack.stackName).template as Template;
  };
  try {
    const synthesis: Synthesis = {
      good: template(() => false),
      spoiled: template(() => true),
      spoiledBy: Object.fromEntries(scenario.weaknesses.map(({ id }) => [id, template((other) => other.id === id)])),
    };
    process.stdout.write(JSON.stringify(synthesis));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(process.argv[2] ?? '', process.argv[3] ?? '{}').catch((error: unknown) => {
  process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
