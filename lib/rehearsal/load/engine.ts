import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { LoadOrder, WindowLine } from '../../../load/protocol';

/** The engines that a rehearsal can use. */
export type EngineName = 'embedded' | 'k6';

export interface EngineEvents {
  readonly window: (line: WindowLine) => void;
  /** The engine's own words, a line at a time. */
  readonly note: (text: string) => void;
}

const root = path.resolve(__dirname, '../../..');

/** An engine in a process of its own, so that its timing does not depend on ours. It waits for its order. */
export class EngineProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<number>;
  private ordered = false;

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

  /** Whether its process lives. */
  get isUp(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends load and hands on what is measured; resolves with the exit code, also after `stop`. Rejects with what `window` throws. */
  async run(order: LoadOrder, { window, note }: EngineEvents): Promise<number> {
    let problem: { readonly error: unknown } | undefined;
    createInterface({ input: this.child.stdout }).on('line', (text) => {
      const line = windowLine(text);
      try {
        if (line === undefined) note(text);
        else if (problem === undefined) window(line);
      } catch (error) {
        problem = { error };
        this.child.kill('SIGTERM');
      }
    });
    createInterface({ input: this.child.stderr }).on('line', note);
    this.ordered = true;
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
    const code = await this.ended;
    if (problem !== undefined) throw problem.error;
    return code;
  }

  /** Asks it to begin no more journeys and to finish those under way; resolves when it has ended. */
  async stop(): Promise<void> {
    if (!this.ordered) {
      // Nothing is under way that it could finish: its order will not come. What it said and nobody read would keep its streams open.
      this.child.stdout.resume();
      this.child.stderr.resume();
      this.child.stdin.end();
    }
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

/** Undefined for anything else that a program writes, such as a warning of a library, and for a line torn by its death. */
function windowLine(text: string): WindowLine | undefined {
  if (!text.startsWith('{"window"')) return undefined;
  try {
    return JSON.parse(text) as WindowLine;
  } catch {
    return undefined;
  }
}
