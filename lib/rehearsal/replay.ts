import { createAudienceApi } from '../api/audience-api';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { knownSpan } from '../core/time/known-span';
import { snapshotOf } from '../core/view/snapshot';
import { aborted, unlessAborted } from './interruptible';
import { readFolder } from './records/folder';
import { servePages } from './pages/page-server';
import { buildPages } from './pages/pages';
import { showProgress } from './progress';

export interface ReplayOptions {
  readonly folder: string;
  readonly speed: number;
  /** 0 for any free port. */
  readonly port: number;
}

/** How often the fold is taken anew, ms. */
const FOLD_MS = 500;

/**
 * Shows an event that was played, or what a killed one left, on the scoreboard again: nothing but folds up to later and later
 * instants, each of which can be gone back to. Serves the last one until `signal` is aborted.
 */
export async function replay({ folder, speed, port }: ReplayOptions, io: Io, signal: AbortSignal): Promise<void> {
  const { event, rounds, log, problems } = await readFolder(folder);
  for (const problem of problems) io.notify(problem);
  const known = knownSpan(event, rounds, log);
  if (known === undefined) throw neverStarted(folder);
  const { from, to } = known;
  const pages = await unlessAborted(signal, buildPages());
  if (pages === undefined) return;

  const begun = Date.now();
  const nowAt = (realMs: number): number => Math.min(to, from + (realMs - begun) * speed);
  const speedAt = (realMs: number): number => (nowAt(realMs) < to ? speed : 0);
  const boardAt = (realMs: number): ReturnType<typeof snapshotOf> =>
    snapshotOf(event, rounds, log, nowAt(realMs), { asOf: realMs, speed: speedAt(realMs) });
  const api = createAudienceApi({
    event,
    records: {
      rounds: () => Promise.resolve(rounds),
      log: () => Promise.resolve(log),
      append: () => Promise.resolve(false),
    },
    clock: { now: () => nowAt(Date.now()), realNow: () => Date.now(), speed: () => speedAt(Date.now()) },
    secure: false,
    failed: (error) => io.notify(`The board could not be drawn: ${error instanceof Error ? error.message : 'unknown'}`),
  });
  let board = JSON.stringify(boardAt(begun));
  const server = await servePages({
    folder: pages,
    port,
    scoreboard: () => board,
    api: (request) => api.fetch(request),
  });
  io.notify(`${event.name}, again: ${server.url}   (Ctrl-C ends)`);
  const folding = setInterval(() => {
    const snapshot = boardAt(Date.now());
    board = JSON.stringify(snapshot);
    showProgress(io, snapshot);
    if (snapshot.clock.speed === 0) clearInterval(folding);
  }, FOLD_MS);
  await aborted(signal);
  clearInterval(folding);
  await server.close();
}

const neverStarted = (folder: string): GameDayError =>
  new GameDayError(
    'BadFile',
    `nothing was played in ${folder}: its log holds no entry "started"`,
    'Give the folder of a rehearsal that was begun.',
  );
