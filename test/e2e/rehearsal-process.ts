import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RoundRecord } from '../../lib/core/records/records';

const launcher = path.join(__dirname, '../../bin/gameday.js');

/** A `gameday` that runs beside the test, as a person would have started it. */
export class GamedayProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private said = '';
  private readonly waiting = new Set<() => void>();
  /** Exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;

  constructor(...args: readonly string[]) {
    this.child = spawn(process.execPath, [launcher, ...args]);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
        for (const look of this.waiting) look();
      });
    }
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
  }

  get output(): string {
    return this.said;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves with the match as soon as the output holds it; rejects when the program ends without. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.said);
        if (found === null) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
      void this.ended.then(() => reject(new Error(`ended without saying ${String(pattern)}:\n${this.said}`)));
    });
  }
}

/** A new folder below the system's temporary one, removed by `remove`. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'gameday-e2e-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Rounds that were recorded whole so far. */
export function roundsIn(folder: string): RoundRecord[] {
  const lines = readFileSync(path.join(folder, 'rounds.jsonl'), 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as RoundRecord);
}

/** Resolves when `holds` does, looking every 50 ms. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
