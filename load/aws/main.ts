import { copyFile } from 'node:fs/promises';
import { startEmbedded } from '../embedded/engine';
import { warmUp } from '../embedded/warm-up';
import type { JourneyDefinition } from '../journey';
import { findK6 } from '../k6/binary';
import { impatient } from '../../lib/aws/patience';
import { loadEnvSchema, type TaskEnv } from './environment';
import { k6ForShift } from './k6-for-shift';
import { runLoadTask } from './load-task';
import type { ShiftParts } from './shift';

/** A service that hangs is given up soon, because everything is tried again anyhow. */
const clients = impatient(5000);

/**
 * The load program on AWS: one task. Ends with 0 after SIGTERM or SIGINT, when it has published what it had; with 1 when it cannot begin.
 *
 * @param scenario id of the scenario that `journey` is of
 * @param k6Script file of the bundled script, where the environment names no other
 */
export async function main(scenario: string, journey: JourneyDefinition, k6Script: string): Promise<void> {
  const ending = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => ending.abort());
  const write = (line: string) => void process.stdout.write(line);
  try {
    const env = loadEnvSchema.parse(process.env);
    const engine = await engineOf(env, journey, k6Script);
    await runLoadTask({
      ...engine,
      env,
      scenario,
      journeySteps: journey.steps,
      clients,
      signal: ending.signal,
      write,
    });
    process.exit(0);
  } catch (error) {
    process.stderr.write(`gameday load: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** k6, or the embedded engine where somebody chose it: that one shares this process, whose stalls it knows and never blames on a team. */
async function engineOf(
  env: TaskEnv,
  journey: JourneyDefinition,
  k6Script: string,
): Promise<Pick<ShiftParts, 'start' | 'leadMs'>> {
  if (env.ENGINE === 'embedded') {
    return {
      leadMs: () => 500,
      start: (order, tell) => {
        warmUp(order, journey).catch(() => undefined);
        return Promise.resolve(startEmbedded(order, journey, tell));
      },
    };
  }
  const binary = await findK6(process.env);
  const writeScript = (file: string) => copyFile(env.K6_SCRIPT ?? k6Script, file);
  return k6ForShift({ binary, writeScript, journeySteps: journey.steps });
}
