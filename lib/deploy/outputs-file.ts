import { existsSync } from 'node:fs';
import { z } from 'zod';
import { GameDayError } from '../core/errors';
import { readTextFile, writeWhole } from '../rehearsal/records/text-file';
import type { DeployResult } from './deploy-all';

const stackSchema = z.strictObject({
  account: z.string(),
  region: z.string(),
  outputs: z.record(z.string(), z.string()),
});
const fileSchema = z.strictObject({ organizer: stackSchema.optional(), teams: z.record(z.string(), stackSchema) });

/** Outputs of everything that was deployed so far: addresses of the scoreboard and of the teams. */
export type Deployed = z.infer<typeof fileSchema>;

/** What is known after a deployment: what was known before, with what was deployed now in its place. */
export function withResults(before: Deployed, results: readonly DeployResult[]): Deployed {
  const after: Deployed = { ...before, teams: { ...before.teams } };
  for (const result of results) {
    if (result.outcome !== 'deployed') continue;
    const { kind, id, account, region } = result.target;
    const stack = { account, region, outputs: { ...result.outputs } };
    if (kind === 'organizer') after.organizer = stack;
    else after.teams[id] = stack;
  }
  return after;
}

/** Reads what earlier deployments left; nothing where there is no file. Throws `BadFile` for a file of something else. */
export function readDeployed(path: string): Deployed {
  if (!existsSync(path)) return { teams: {} };
  const result = fileSchema.safeParse(tryParse(readTextFile(path, 'outputs of a deployment')));
  if (result.success) return result.data;
  throw new GameDayError(
    'BadFile',
    `${path} holds something else than outputs of a deployment.`,
    'Name another file with --outputs.',
  );
}

export const writeDeployed = (path: string, deployed: Deployed): void =>
  writeWhole(path, `${JSON.stringify(deployed, null, 2)}\n`);

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
