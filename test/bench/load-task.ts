import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stepClasses } from '../../lib/core/records/records';
import { tryFindK6 } from '../../load/k6/binary';
import { bundleScript } from '../../load/k6/bundle';
import { LoadRig, placesOfRig } from '../support/aws/load-rig';
import { serveAws } from '../support/aws/served-aws';
import { figure, type Figure } from './figure';
import { startTarget } from './target';
import { usageOf } from './usage';

const TEAMS = 25;
const STEPS_PER_SECOND = 40;
const WINDOW_MS = 10_000;
/** Windows that are measured, after one in which connections are opened. */
const WINDOWS = 2;

/**
 * CPU that one task of the load program on AWS takes for what it sends, publishing included, with k6 as its child and with the embedded engine. The
 * journey is light, so that what is measured is the program and not the checking of answers. Left out where there is no /proc, k6 where there is none.
 */
export async function benchLoadTask(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gameday-load-bench-'));
  try {
    const script = join(folder, 'script.js');
    await bundleScript(resolve(__dirname, 'light-journey.ts'), script);
    const k6 = await tryFindK6(process.env);
    const ofK6 = k6 === undefined ? undefined : await cpuMs(script, { ENGINE: 'k6', GAMEDAY_K6: k6, TMPDIR: folder });
    const ofEmbedded = await cpuMs(script, { ENGINE: 'embedded', TMPDIR: folder });
    const name = (engine: string): string => `load task, ${engine}: CPU of 1,000 steps`;
    return [
      ...(ofK6 === undefined ? [] : [figure(name('k6'), 'ms', [ofK6])]),
      ...(ofEmbedded === undefined ? [] : [figure(name('embedded'), 'ms', [ofEmbedded])]),
      ...(ofK6 === undefined || ofEmbedded === undefined
        ? []
        : [figure('load task: CPU with k6, of that with embedded', 'times', [ofK6 / ofEmbedded])]),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** CPU of the program and all below it for 1,000 steps, ms. */
async function cpuMs(script: string, env: Readonly<Record<string, string>>): Promise<number | undefined> {
  const { target, port } = await startTarget();
  const teams = Array.from({ length: TEAMS }, (_, i) => [`team-${i}`, `${100_000_000_000 + i}`] as const);
  const urls = new Map(teams.map(([id, account]) => [account, `http://127.0.0.1:${port}/${id}`]));
  const servers = { urls, received: new Map<string, number>(), close: () => Promise.resolve() };
  const rig = new LoadRig(servers, STEPS_PER_SECOND, teams);
  const aws = await serveAws(rig.aws);
  rig.begin();
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(__dirname, 'light-task.ts'), script], {
    env: {
      ...placesOfRig,
      ...aws.env,
      NODE_NO_WARNINGS: '1',
      TASK: '0',
      TASKS: '1',
      PATH: process.env['PATH'],
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => rig.lines.push(text));
  const ended = once(child, 'exit');
  try {
    const sent = (from: number, to: number): number =>
      teams
        .flatMap(([id]) => rig.of(id))
        .filter(({ startsAt }) => startsAt >= from && startsAt < to)
        .reduce(
          (sum, window) => sum + stepClasses.reduce((steps, name) => steps + (window[metricOf(name)] ?? 0), 0),
          0,
        );
    await rig.until(() => sent(0, Infinity) > (TEAMS * STEPS_PER_SECOND * WINDOW_MS) / 1000 / 2, 90_000);
    const from = Math.ceil(Date.now() / WINDOW_MS) * WINDOW_MS;
    const to = from + WINDOWS * WINDOW_MS;
    await until(from);
    const before = await usageOf(child.pid ?? 0);
    await until(to);
    const after = await usageOf(child.pid ?? 0);
    await rig.until(() => sent(to - WINDOW_MS, to) > 0, 20_000);
    if (before === undefined || after === undefined) return undefined;
    return (1000 * (after.cpuMs - before.cpuMs)) / sent(from, to);
  } finally {
    child.kill('SIGTERM');
    await ended;
    await aws.close();
    target.kill();
  }
}

const metricOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const until = (instant: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - Date.now())));
