import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { LoadOrder, WindowLine } from '../../load/protocol';

export type EngineName = 'embedded' | 'k6';
const root = resolve(__dirname, '..', '..');
const mainOf = (engine: EngineName) => resolve(root, 'load', engine, 'main.ts');

/** A load program under way. */
interface LoadChild {
  readonly pid: number | undefined;
  /** Settled when the program has ended and its last line was told; `problem` is what it said when it failed. */
  readonly ended: Promise<{ readonly code: number | null; readonly problem: string }>;
  /** Asks the program to end in order: within one timeout. */
  stop(): void;
}

/**
 * Starts a load program in a process of its own and hands it the order, as load/protocol.ts says.
 *
 * @param tell called for each window line, in order of arrival
 */
export function startLoad(
  engine: EngineName,
  order: LoadOrder,
  tell: (line: WindowLine) => void,
  main = mainOf(engine),
): LoadChild {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let problem = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    problem = (problem + text).slice(-4000);
  });
  createInterface(child.stdout).on('line', (line) => tell(JSON.parse(line) as WindowLine));
  // A program that is already gone cannot read: its exit code tells.
  child.stdin.on('error', () => undefined);
  // Left open: its end tells the program that nobody counts any more.
  child.stdin.write(`${JSON.stringify(order)}\n`);
  return { pid: child.pid, ended: endOf(child, () => problem), stop: () => void child.kill('SIGTERM') };
}

function endOf(child: ChildProcess, problem: () => string): LoadChild['ended'] {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, problem: error.message }));
    child.once('close', (code) => resolve({ code, problem: problem().trim() }));
  });
}
