import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How many things a step checked. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One part of `npm test`, small enough to be run alone by its name. */
export interface Step {
  readonly name: string;
  /** Gets what the step needs; called long before it, if at all. */
  readonly prepare?: () => Promise<unknown>;
  run(): Promise<Tally>;
}

export const one = (ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Runs a local tool by its path below `node_modules`, with its output shown; resolves to its exit code. */
function tool(script: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join('node_modules', script), ...args], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A step that passes when a tool exits with 0. */
export const toolStep = (name: string, script: string, ...args: string[]): Step => ({
  name,
  run: async () => one((await tool(script, args)) === 0),
});

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs projects of `jest.config.js`; a suite that cannot even start counts as one failure. */
export async function jest(projects: readonly string[], ...args: string[]): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gameday-jest-'));
  const file = path.join(folder, 'result.json');
  try {
    const code = await tool('jest/bin/jest.js', [
      '--json',
      `--outputFile=${file}`,
      ...args,
      '--selectProjects',
      ...projects,
    ]);
    if (!existsSync(file)) return one(false);
    const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: result.numPendingTests,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
