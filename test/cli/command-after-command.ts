import { createInterface } from 'node:readline';
import { exitCodeOf } from '../../bin/exit-code';
import { gamedayProgram } from '../../lib/cli/program';
import type { Io } from '../../lib/core/io';
import type { Outcome } from './gameday';

/** What a command says and ends with where there is no terminal. */
async function outcomeOf(words: readonly string[]): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const io: Io = {
    result: (text) => (stdout += text),
    notify: (message) => (stderr += `${message}\n`),
    progress: (message) => (stderr += `${message}\n`),
    confirm: () => Promise.resolve(false),
  };
  const code = await gamedayProgram(io)
    .parseAsync(words, { from: 'user' })
    .then(
      () => 0,
      (error: unknown) => exitCodeOf(error, io),
    );
  return { code, stdout, stderr };
}

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const outcome = await outcomeOf(JSON.parse(line) as string[]);
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}

void main();
