import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { add, one, type Step, type Tally } from './step';
import { unfitting, unproved, type Fate, type Mutation } from '../mutations/mutation';
import { mutations } from '../mutations/mutations';

/** The longest that a mutant may run: one that never ends proves nothing that a person could read. */
const PATIENCE_MS = 120_000;

/** Takes each rule out of the arena, one at a time, and counts as passed what a test notices. The checkout's files are not touched. */
export const mutationStep: Step = {
  name: 'mutations',
  run: async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'gameday-mutations-'));
    try {
      const unchanged = await fates(mutations, undefined, path.join(scratch, 'unchanged.json'));
      let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
      const waiting = [...mutations.entries()];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [place, mutation] = next;
          const problem = await tryOut(mutation, unchanged, path.join(scratch, `${place}.json`));
          console.log(problem === undefined ? `  noticed: ${mutation.id}` : `  ${mutation.id}: ${problem}`);
          tally = add(tally, one(problem === undefined));
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, work));
      return tally;
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

async function tryOut(
  mutation: Mutation,
  unchanged: ReadonlyMap<string, Fate>,
  report: string,
): Promise<string | undefined> {
  const problem = unfitting(mutation, readFileSync(mutation.file, 'utf8'));
  if (problem !== undefined) return problem;
  const changed = await fates([mutation], mutation, report);
  return unproved(mutation, fateIn(unchanged, mutation), fateIn(changed, mutation));
}

const nameOf = ({ tests, test }: Mutation): string => `${tests}: ${test}`;
const fateIn = (fates: ReadonlyMap<string, Fate>, mutation: Mutation): Fate => fates.get(nameOf(mutation)) ?? 'missing';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Runs the tests that are to notice some mutations, with one of them or with none put in. @param report file for Jest to write */
async function fates(
  toNotice: readonly Mutation[],
  mutant: Mutation | undefined,
  report: string,
): Promise<ReadonlyMap<string, Fate>> {
  const names = toNotice.map(({ test }) => `^${test.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);
  await jest(
    ['--testNamePattern', names.join('|'), '--json', `--outputFile=${report}`],
    [...new Set(toNotice.map(({ tests }) => tests))],
    mutant,
  );
  // Jest that could not start, or was ended for taking too long, leaves none.
  if (!existsSync(report)) return new Map();
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const found = new Map<string, Fate>();
  for (const { name, assertionResults } of testResults) {
    const file = path.relative(process.cwd(), name).replaceAll('\\', '/');
    for (const { fullName, status } of assertionResults) {
      if (status === 'passed' || status === 'failed') found.set(`${file}: ${fullName}`, status);
    }
  }
  return found;
}

/** Resolves when Jest has ended, however: the report says what came of it. */
function jest(args: readonly string[], files: readonly string[], mutant: Mutation | undefined): Promise<void> {
  const all = ['--config', 'test/mutations/jest.config.js', ...args, '--runTestsByPath', ...files];
  const env = { ...process.env, GAMEDAY_MUTATION: mutant === undefined ? '' : JSON.stringify(mutant) };
  return new Promise((resolve) => {
    const options = { env, timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, ['node_modules/jest/bin/jest.js', ...all], options, () => resolve());
  });
}
