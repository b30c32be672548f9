import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LoadRun } from '../program';
import type { LoadOrder, WindowLine } from '../protocol';
import { WindowCounts } from '../windows';
import { windowAt, windowStartMs } from '../schedule';
import { k6LeadMs, k6Options, k6StartMs } from './options';
import { K6Stream } from './stream';

const reportEveryMs = 100;

/** What k6 is made of for a run. */
export interface K6Parts {
  readonly binary: string;
  /** Writes the bundled script to a file. */
  readonly writeScript: (file: string) => Promise<void>;
  readonly journeySteps: number;
}

/** Times that k6 is started anew with more time to get ready, when it was not ready in time. */
const mostRestarts = 3;

/** k6's exit code when the script aborts, as ours does in `setup` when it is too late to begin. */
const scriptAborted = 108;

/**
 * Runs an order with k6 as a child. Windows that begin before k6 can be ready are not sent, and flagged.
 *
 * A stop ends k6 at once: it cannot be asked to drain. Requests in flight then count for nothing, neither expected nor failed.
 */
export function startK6(order: LoadOrder, parts: K6Parts, tell: (line: WindowLine) => void): LoadRun {
  const run = new K6Run(order, parts, tell);
  return { ended: run.ended, stop: () => run.stop() };
}

class K6Run {
  readonly ended: Promise<void>;
  readonly #counts: WindowCounts;
  #child: K6Process | undefined;
  #stoppedAtMs: number | undefined;

  constructor(
    private readonly order: LoadOrder,
    private readonly parts: K6Parts,
    private readonly tell: (line: WindowLine) => void,
  ) {
    this.#counts = new WindowCounts(order, parts.journeySteps);
    this.ended = this.#run();
  }

  stop(): void {
    this.#stoppedAtMs ??= Date.now();
    this.#child?.kill('SIGINT');
  }

  async #run(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'gameday-k6-'));
    try {
      await this.parts.writeScript(join(folder, 'script.js'));
      let left = this.order;
      for (let restart = 0; ; restart++) {
        left = this.#skipUntil(left, Date.now() + k6LeadMs(left) * 2 ** restart);
        const end = await this.#play(left, folder);
        if (end.code === 0 || this.#stoppedAtMs !== undefined) return;
        if (end.code !== scriptAborted || restart === mostRestarts) throw new Error(end.problem);
      }
    } finally {
      this.#counts.flush(Math.min(Date.now(), this.#stoppedAtMs ?? Infinity)).forEach(this.tell);
      if (this.#counts.late > 0) process.stderr.write(`${this.#counts.late} records of k6 came too late\n`);
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The rest of an order from the first window on that begins after `readyMs`; what is skipped is missing for reasons of our own. */
  #skipUntil(order: LoadOrder, readyMs: number): LoadOrder {
    const { fromWindow } = order;
    let skipped = 0;
    while (fromWindow + skipped < order.untilWindow && k6StartMs(orderFrom(order, skipped)) < readyMs) {
      for (const [team, { journeysPerWindow }] of order.teams.entries()) {
        for (let k = 0; k < (journeysPerWindow[skipped] ?? 0); k++) {
          this.#counts.missed(team, fromWindow + skipped, 'engine-start');
        }
      }
      skipped++;
    }
    return orderFrom(order, skipped);
  }

  async #play(order: LoadOrder, folder: string): Promise<K6End> {
    if (order.teams.every((team) => team.journeysPerWindow.every((journeys) => journeys === 0))) return nothingToDo;
    // Holds signing keys.
    const options = JSON.stringify(k6Options(order, this.parts.journeySteps));
    await writeFile(join(folder, 'options.json'), options, { mode: 0o600 });
    if (this.#stoppedAtMs !== undefined) return nothingToDo;
    this.#child = spawnK6(this.parts.binary, folder, k6StartMs(order));
    const stream = new K6Stream(order, this.#counts);
    const report = setInterval(() => this.#counts.due(stream.seenMs).forEach(this.tell), reportEveryMs);
    const end = await follow(this.#child, (line) => stream.read(line, this.#stoppedAtMs));
    clearInterval(report);
    if (end.code !== scriptAborted) this.#close(stream, end);
    return end;
  }

  /** A k6 that died leaves the rest of its window missing, so that nobody takes what it saw of the window for all of it. */
  #close(stream: K6Stream, { code }: K6End): void {
    const endMs = Math.min(Date.now(), this.#stoppedAtMs ?? Infinity);
    if (code === 0 || this.#stoppedAtMs !== undefined) return stream.close(endMs, 'engine-late');
    stream.close(windowStartMs(this.order, windowAt(this.order, endMs) + 1), 'engine-died');
  }
}

type K6Process = ChildProcessByStdio<null, Readable, Readable>;

/** `problem` says more when the code is not 0. */
interface K6End {
  readonly code: number | null;
  readonly problem: string;
}

const nothingToDo: K6End = { code: 0, problem: '' };

/** The order without its first windows. */
function orderFrom(order: LoadOrder, skipped: number): LoadOrder {
  const teams = order.teams.map((team) => ({ ...team, journeysPerWindow: team.journeysPerWindow.slice(skipped) }));
  return { ...order, fromWindow: order.fromWindow + skipped, teams };
}

/** Reads k6's output to its end. */
function follow(child: K6Process, read: (line: string) => void): Promise<K6End> {
  let complaints = '';
  createInterface(child.stdout).on('line', read);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-2000);
  });
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ code: null, problem: `k6 cannot be run: ${message}` }));
    child.once('close', (code, signal) => {
      resolve({ code, problem: `k6 ended with ${code ?? signal ?? 'nothing'}: ${complaints.trim()}` });
    });
  });
}

function spawnK6(binary: string, folder: string, startMs: number): K6Process {
  const args = ['run', '--quiet', '--no-usage-report', '--no-color', '--summary-mode=disabled', '--no-thresholds'];
  const input = ['--config', join(folder, 'options.json'), '--include-system-env-vars=false'];
  return spawn(
    binary,
    [...args, ...input, '--env', `GAMEDAY_START_MS=${startMs}`, '--out', 'json=-', join(folder, 'script.js')],
    // k6 would fetch another binary from the network for extensions that it does not have.
    { env: { ...process.env, K6_AUTO_EXTENSION_RESOLUTION: 'false' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}
