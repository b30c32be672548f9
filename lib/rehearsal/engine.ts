import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { LoadOrder, WindowLine } from '../../load/protocol';

/** The load generators that a rehearsal can use. */
export type EngineName = 'embedded' | 'k6';

export interface EngineEvents {
  window(line: WindowLine): void;
  /** The engine's own words, a line at a time. */
  note(text: string): void;
}

export interface RunningEngine {
  /** Resolves with the exit code when the engine has ended by itself or was stopped. */
  readonly ended: Promise<number>;
  /** Asks it to start no more journeys and to finish those under way; resolves when it has ended. */
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../..');

/** Starts a load generator as a process of its own, so that its timing does not depend on ours, and hands on what it measures. */
export function startEngine(name: EngineName, order: LoadOrder, events: EngineEvents): RunningEngine {
  const child = spawn(
    process.execPath,
    ['--import', pathToFileURL(require.resolve('tsx')).href, path.join(root, 'load', name, 'main.ts')],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  createInterface({ input: child.stdout }).on('line', (text) => events.window(JSON.parse(text) as WindowLine));
  createInterface({ input: child.stderr }).on('line', (text) => events.note(text));
  // A child that died early closes its end; its exit code says so, the broken pipe need not.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  const ended = exitOf(child);
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.on('error', reject);
    // `close` comes after the last line of output was read, `exit` may not.
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
