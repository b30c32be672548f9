import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planGames } from '../../lib/lab/plan';
import { variantsOf } from '../../lib/lab/variants';
import { playInWorkers } from '../../lib/lab/workers';
import { tinyEvent, tinyShop } from './tiny-shop';

const folder = mkdtempSync(join(tmpdir(), 'gameday-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Works like the lab's own worker as far as messages go; `play` is what it does with a game. */
function worker(name: string, play: string): string {
  const program = join(folder, `${name}.js`);
  writeFileSync(
    program,
    `const { parentPort } = require('node:worker_threads');
     const played = (game) => parentPort.postMessage({ kind: 'played', outcome: { points: game.seed } });
     parentPort.on('message', (game) => { ${play} });
     parentPort.postMessage({ kind: 'ready' });`,
  );
  return program;
}

const games = planGames(variantsOf([]).slice(0, 2), 1, 4);
const order = { scenario: 'tiny-shop', synthesis: tinyShop.synthesis, event: tinyEvent() };
const run = (program: string, signal = new AbortController().signal, played = (_done: number) => {}) =>
  playInWorkers({ order, games, jobs: 3, signal, played, program });

test('outcomes come in the order of the games, whoever played them', async () => {
  const slowFirst = worker('slow-first', 'setTimeout(played, game.seed === 1 ? 50 : 0, game)');
  const counts: number[] = [];
  const outcomes = await run(slowFirst, undefined, (done) => counts.push(done));
  expect(outcomes?.map(({ points }) => points)).toEqual(games.map(({ seed }) => seed));
  expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test.each([
  ['dies', 'if (game.seed === 2) process.exit(3); played(game)', 'ended with code 3'],
  ['throws', 'if (game.seed === 2) throw new Error("no such tier"); played(game)', 'no such tier'],
  [
    'says that a game failed',
    'if (game.seed === 2) parentPort.postMessage({ kind: "failed", error: new Error("no such tier") }); else played(game)',
    'no such tier',
  ],
])('a worker that %s fails the lab, with the game’s name', async (name, play, reason) => {
  const failure = run(worker(name.replaceAll(' ', '-'), play));
  await expect(failure).rejects.toThrow(/a worker of the lab failed at (clean clean|profile expert), seed 2/);
  await expect(failure).rejects.toThrow(reason);
});

test('a worker that cannot even start fails the lab', async () => {
  await expect(run(join(folder, 'none.js'))).rejects.toThrow('before its first game');
});

test('Ctrl-C ends workers in the middle of their games, and there are no outcomes', async () => {
  const controller = new AbortController();
  const endless = worker('endless', 'if (game.seed > 1) for (;;) {} played(game)');
  const outcomes = await run(endless, controller.signal, (done) => {
    if (done === 2) controller.abort();
  });
  expect(outcomes).toBeUndefined();
});

test('a lab that is stopped before it begins plays nothing', async () => {
  const played = jest.fn();
  expect(await run(worker('idle', 'played(game)'), AbortSignal.abort(), played)).toBeUndefined();
  expect(played).not.toHaveBeenCalled();
});
