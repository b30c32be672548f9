import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { canonicalJson } from '../core/canonical';
import { GameDayError } from '../core/errors';
import type { ScenarioOptions } from '../core/event/event';
import type { Template } from '../core/scenario';
import { requireScenario, scenarioFolder } from './catalogue';

/** Templates of a scenario: without weaknesses, with all of them, and with each one alone. */
export interface Synthesis {
  readonly good: Template;
  readonly spoiled: Template;
  readonly spoiledBy: Readonly<Record<string, Template>>;
}

const checkout = join(__dirname, '..', '..');
const defaultCacheFolder = join(checkout, 'node_modules', '.cache', 'gameday');
const templateSchema = z.looseObject({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });
const cachedSchema = z.object({
  good: templateSchema,
  spoiled: templateSchema,
  spoiledBy: z.record(z.string(), templateSchema),
});

/**
 * Templates of a scenario, synthesised from its CDK code in a child process and kept until its sources change. Anything wrong
 * with what was kept makes it anew.
 *
 * @param options what an event chooses where the scenario leaves a choice
 * @throws GameDayError `ScenarioUnknown`, or `SynthFailed` when the scenario's code fails
 */
export async function synthesise(
  scenarioId: string,
  options: ScenarioOptions = {},
  cacheFolder = defaultCacheFolder,
): Promise<Synthesis> {
  requireScenario(scenarioId);
  const path = join(cacheFolder, `${scenarioId}-${sourcesHash(scenarioId, canonicalJson(options))}.json`);
  const kept = tryRead(path);
  if (kept !== undefined) return kept;
  const text = await runChild(scenarioId, options);
  keep(path, text);
  return parse(text);
}

async function runChild(scenarioId: string, options: ScenarioOptions): Promise<string> {
  const child = join(__dirname, 'synth-child.ts');
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', child, scenarioId, JSON.stringify(options)],
      {
        cwd: checkout,
        // Validation costs seconds and 300 MB; a test synthesises once with it.
        env: { ...process.env, CDK_VALIDATION: 'false', NODE_OPTIONS: '' },
        maxBuffer: 64 * 2 ** 20,
      },
    );
    parse(stdout);
    return stdout;
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new GameDayError(
      'SynthFailed',
      `The stack of scenario "${scenarioId}" cannot be synthesised:\n${said}`,
      `Correct scenarios/${scenarioId}/stack.ts or the weakness that is named above.`,
      { cause },
    );
  }
}

const parse = (text: string): Synthesis => cachedSchema.parse(JSON.parse(text));

function tryRead(path: string): Synthesis | undefined {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch {
    // Missing, torn or of another shape: all the same, it is made anew.
    return undefined;
  }
}

function keep(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Renamed into place, so that a reader never meets half a file.
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    // An unwritable cache only costs time.
  }
}

/** Hash of everything the templates depend on: the scenario, what is chosen of it, what makes stacks of it, and the installed packages. */
function sourcesHash(scenarioId: string, options: string): string {
  const hash = createHash('sha256').update(options);
  const shared = ['lib/app', 'lib/constructs', 'lib/scenarios', 'lib/stacks', 'load'].map((name) =>
    join(checkout, name),
  );
  const folders = [scenarioFolder(scenarioId), ...shared];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(folder, name)),
  );
  for (const file of [...files, join(checkout, 'package-lock.json')]) {
    hash
      .update(`${file.slice(checkout.length)}\n`)
      .update(readFileSync(file))
      .update('\n');
  }
  return hash.digest('hex').slice(0, 16);
}
