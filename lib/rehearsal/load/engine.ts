import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { LoadOrder, WindowLine } from '../../../load/protocol';

/** The load generators that a rehearsal can use. */
export type EngineName = 'embedded' | 'k6';

export interface EngineEvents {
  readonly window: (line: WindowLine) => void;
  /** The engine's own words, a line at a time. */
  readonly note: (text: string) => void;
}

const root = path.resolve(__dirname, '../../..');

/** A load generator in a process of its own, so that its timing does not depend on ours. It waits for its order. */
export class EngineProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<number>;

  constructor(readonly name: EngineName) {
    const tsx = pathToFileURL(require.resolve('tsx')).href;
    this.child = spawn(process.execPath, ['--import', tsx, path.join(root, 'load', name, 'main.ts')], { cwd: root });
    // A child that died early closes its end; its exit code says so, the broken pipe need not.
    this.child.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      // `close` comes after the last line of output was read, `exit` may not.
      this.child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
    });
  }

  /** Sends load and hands on what is measured; resolves with the exit code, also after `stop`. */
  async run(order: LoadOrder, { window, note }: EngineEvents): Promise<number> {
    createInterface({ input: this.child.stdout }).on('line', (text) => {
      const line = windowLine(text);
      if (line === undefined) note(text);
      else window(line);
    });
    createInterface({ input: this.child.stderr }).on('line', note);
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
    return this.ended;
  }

  /** Asks it to begin no more journeys and to finish those under way; resolves when it has ended. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

/** Undefined for anything else that a program writes, such as a warning of a library. */
function windowLine(text: string): WindowLine | undefined {
  if (!text.startsWith('{"window"')) return undefined;
  return JSON.parse(text) as WindowLine;
}
