import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { figure, type Figure } from './figure';

const TEAMS = 100;
const SPECTATORS = 500;
const RUNS = 3;
const RUN_SECONDS = 15;
/** A server that has yet to be compiled is slower. */
const WARM_SECONDS = 5;

interface Served {
  readonly url: string;
  readonly codes: readonly (readonly [team: string, code: string])[];
}

/** One open page: what it asks for again and again. */
interface Poller {
  readonly path: string;
  readonly everyMs: number;
  readonly cookie?: string;
}

/**
 * How fast one Node process answers late in a day of a hundred teams: a page of each team and five hundred scoreboards are open, each asking
 * as often as pages do. Times run from the moment at which a request was due, so that a server that stalls is not asked less.
 */
export async function benchSpectators(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gameday-spectators-'));
  const file = join(folder, 'event.yaml');
  await writeFile(file, anEvent());
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', resolve(__dirname, 'light-spectators.ts'), file, join(folder, 'day')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const served = JSON.parse(line.toString()) as Served;
    const pollers = await openPages(served);
    await poll(served.url, pollers, WARM_SECONDS);
    const runs: Answers[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await poll(served.url, pollers, RUN_SECONDS));
    const perSecond = await mostPerSecond(`${served.url}scoreboard.json`);
    const name = `${SPECTATORS} spectators and ${TEAMS} teams`;
    return [
      figure(
        `${name}: p50`,
        'ms',
        runs.map(({ ms }) => at(ms, 0.5)),
      ),
      figure(
        `${name}: p99`,
        'ms',
        runs.map(({ ms }) => at(ms, 0.99)),
        'below 100',
      ),
      figure(
        `${name}: errors`,
        '',
        runs.map(({ errors }) => errors),
        '0',
      ),
      figure(
        `${name}: requests`,
        '1/s',
        runs.map(({ ms }) => ms.length / RUN_SECONDS),
      ),
      figure(`scoreboard of ${TEAMS} teams, ${SPECTATORS} asking without pause`, '1/s', [perSecond]),
    ];
  } finally {
    server.stdin.end();
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

const anEvent = (): string =>
  [
    'name: Spectators',
    'scenario: rental-market',
    'starts: 2026-12-10T09:00:00+01:00',
    'duration: 4h',
    'teams:',
    ...Array.from({ length: TEAMS }, (_, place) => `  - { id: team-${place}, name: Team ${place} }`),
  ].join('\n');

async function openPages({ url, codes }: Served): Promise<Poller[]> {
  const ofTeams = await Promise.all(
    codes.map(async ([team, code]): Promise<Poller[]> => {
      const answer = await fetch(`${url}api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code }),
      });
      const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
      const path = `api/teams/${team}`;
      return [
        { path, everyMs: 2000, cookie },
        { path: `${path}/account`, everyMs: 6000, cookie },
        { path: `${path}/architecture`, everyMs: 8000, cookie },
      ];
    }),
  );
  return [...ofTeams.flat(), ...Array.from({ length: SPECTATORS }, () => ({ path: 'scoreboard.json', everyMs: 1000 }))];
}

interface Answers {
  /** From when each request was due to the last byte of its answer. */
  readonly ms: readonly number[];
  readonly errors: number;
}

/** All pages ask at their own pace, spread evenly, as pages do that were opened at different moments. */
async function poll(url: string, pollers: readonly Poller[], seconds: number): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const begun = performance.now();
  const ms: number[] = [];
  let errors = 0;
  await Promise.all(
    pollers.map(async ({ path, everyMs, cookie }, place) => {
      let tag: string | undefined;
      for (let due = (everyMs * ((place * 0.618) % 1)) | 0; due < seconds * 1000; due += everyMs) {
        await delay(Math.max(0, begun + due - performance.now()));
        const headers = {
          'Accept-Encoding': 'gzip',
          ...(cookie === undefined ? {} : { Cookie: cookie }),
          ...(tag === undefined ? {} : { 'If-None-Match': tag }),
        };
        try {
          const answer = await ask(`${url}${path}`, headers, agent);
          if (answer.statusCode !== 200 && answer.statusCode !== 304) errors += 1;
          tag = answer.headers.etag ?? tag;
        } catch {
          errors += 1;
        }
        ms.push(performance.now() - begun - due);
      }
    }),
  );
  agent.destroy();
  return { ms: ms.sort((a, b) => a - b), errors };
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const request = get(url, { headers, agent, timeout: 10_000 }, (answer) => {
      answer.on('error', failed).on('end', () => done(answer));
      answer.resume();
    });
    request.on('error', failed).on('timeout', () => request.destroy(new Error('no answer')));
  });
}

/** Ascending. */
const at = (sorted: readonly number[], share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;

/** Answers a second when as many ask as there are spectators, each again as soon as it has its answer. */
async function mostPerSecond(url: string): Promise<number> {
  const tool = require.resolve('autocannon');
  const asked = [
    '--json',
    '--connections',
    String(SPECTATORS),
    '--duration',
    '10',
    '--headers',
    'Accept-Encoding=gzip',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [tool, ...asked, url]);
  return (JSON.parse(stdout) as { requests: { average: number } }).requests.average;
}
