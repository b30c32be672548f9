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
 * instants. Serves the last one until `signal` is aborted.
 */
export async function replay({ folder, speed, port }: ReplayOptions, io: Io, signal: AbortSignal): Promise<void> {
  const content = await readFolder(folder);
  for (const problem of content.problems) io.notify(problem);
  const known = knownSpan(content.event, content.rounds, content.log);
  if (known === undefined) throw neverStarted(folder);
  const { from, to } = known;
  const pages = await unlessAborted(signal, buildPages());
  if (pages === undefined) return;

  const begun = Date.now();
  const boardAt = (realMs: number): ReturnType<typeof snapshotOf> => {
    const now = Math.min(to, from + (realMs - begun) * speed);
    return snapshotOf(content.event, content.rounds, content.log, now, { asOf: realMs, speed: now < to ? speed : 0 });
  };
  let board = JSON.stringify(boardAt(begun));
  const server = await servePages({ folder: pages, port, scoreboard: () => board });
  io.notify(`${content.event.name}, again: ${server.url}   (Ctrl-C ends)`);
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
