import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { GameOutcome } from './outcome';
import type { PlannedGame } from './plan';
import type { WorkerAnswer, WorkerOrder } from './worker-protocol';

export interface WorkersOptions {
  readonly order: WorkerOrder;
  readonly games: readonly PlannedGame[];
  /** Threads, 1 or more. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Called when a game was played, with how many are. */
  readonly played: (done: number) => void;
  /** @default the lab's own worker */
  readonly program?: string;
}

/**
 * Plays games in threads, each taking the next as soon as it is done with one. Outcomes are in the order of `games`, whoever played
 * them; undefined when `signal` was aborted meanwhile. Throws with the game's name what a worker fails or dies of.
 */
export async function playInWorkers(options: WorkersOptions): Promise<readonly GameOutcome[] | undefined> {
  const { games, jobs, signal } = options;
  const outcomes: GameOutcome[] = [];
  const queue = games.entries();
  let done = 0;
  const workers = Array.from({ length: Math.min(jobs, games.length) }, () => startWorker(options));
  const stop = (): void => workers.forEach((worker) => void worker.terminate());
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    await Promise.all(
      workers.map((worker) =>
        serve(worker, signal, queue, (game, outcome) => {
          outcomes[game] = outcome;
          options.played((done += 1));
        }),
      ),
    );
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return signal.aborted ? undefined : outcomes;
}

function startWorker({ order, program = join(__dirname, 'worker.js') }: WorkersOptions): Worker {
  return new Worker(program, { workerData: order });
}

/** Hands a worker one game after the other until none is left; resolves then, and rejects when a game fails or the worker dies. */
function serve(
  worker: Worker,
  signal: AbortSignal,
  queue: Iterator<[number, PlannedGame]>,
  played: (game: number, outcome: GameOutcome) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: { readonly index: number; readonly game: PlannedGame } | undefined;
    const fail = (cause: unknown): void => reject(gameFailed(current?.game, cause));
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'failed') return fail(answer.error);
      if (answer.kind === 'played' && current !== undefined) played(current.index, answer.outcome);
      const next = queue.next();
      if (next.done === true || signal.aborted) return resolve();
      const [index, game] = next.value;
      current = { index, game };
      worker.postMessage(game);
    });
    worker.on('error', fail);
    worker.on('exit', (code) => (signal.aborted ? resolve() : fail(new Error(`the worker ended with code ${code}`))));
  });
}

function gameFailed(game: PlannedGame | undefined, cause: unknown): Error {
  const which =
    game === undefined ? 'before its first game' : `at ${game.variant.kind} ${game.variant.id}, seed ${game.seed}`;
  const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return new Error(`a worker of the lab failed ${which}: ${why}`, { cause });
}
