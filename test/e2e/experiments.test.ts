import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gameday } from '../cli/gameday';
import { GamedayProcess, roundsIn, scratchFolder, until } from './rehearsal-process';

jest.setTimeout(180_000);

const scratch = scratchFolder();
const folder = path.join(scratch.path, 'played');
const play = ['--headless', '--speed', '60', '--port', '0', '--engine', 'embedded'];
const experiment = (...args: string[]) => gameday(scratch.path, 'experiment', ...args);
const measured = (rounds: number): Promise<void> =>
  until(() => existsSync(path.join(folder, 'rounds.jsonl')) && roundsIn(folder).length >= rounds);
/** `steady  running`, without names and instants. */
const runs = (): string[] =>
  experiment('list', folder)
    .stdout.split('\n')
    .slice(1)
    .flatMap((line) => /\s(\w+)\s+(running|stopped|completed|refused|ordered)/.exec(line)?.slice(1, 3).join(' ') ?? []);

let running: GamedayProcess;
beforeAll(async () => {
  // An event that plans no experiments of its own.
  const file = path.join(scratch.path, 'event.yaml');
  const teams = ['steady', 'idle', 'novice'].map((id) => `  - { id: ${id}, name: ${id} }\n`).join('');
  writeFileSync(
    file,
    `name: By hand\nscenario: rental-market\nstarts: 2026-12-10T09:00:00+01:00\nduration: 3h\nteams:\n${teams}`,
  );
  running = new GamedayProcess('rehearse', file, '--out', folder, ...play);
  await measured(1);
});
afterAll(async () => {
  running.kill('SIGKILL');
  await running.ended;
  scratch.remove();
});

test('an experiment is ordered, seen, and stopped with all others within 30 s while a rehearsal plays', () => {
  const ordered = experiment('run', 'catalogue-stop', folder, '--team', 'steady', '--team', 'idle', '--for', '2h');
  expect([ordered.code, ordered.stdout]).toEqual([
    0,
    expect.stringMatching(/steady {2}runs for 2h\n.*idle {2}runs for 2h/),
  ]);
  expect(runs().sort()).toEqual(['idle running', 'steady running']);
  const before = Date.now();
  const stopped = experiment('stop-all', folder);
  expect([stopped.code, Date.now() - before < 30_000]).toEqual([0, true]);
  expect(stopped.stdout).toMatch(/steady {2}the organizer stopped it/);
  expect(runs().sort()).toEqual(['idle stopped', 'steady stopped']);
});

test('what runs when a rehearsal is killed ends when it goes on, if everything was stopped meanwhile', async () => {
  expect(experiment('run', 'catalogue-stop', folder, '--team', 'novice', '--for', '2h').code).toBe(0);
  running.kill('SIGKILL');
  await running.ended;
  const { code, stderr } = experiment('stop-all', folder);
  expect([code, stderr]).toEqual([0, expect.stringContaining('nothing runs')]);
  expect(experiment('run', 'catalogue-stop', folder).code).toBe(2);
  running = new GamedayProcess('rehearse', '--resume', folder, ...play);
  await measured(roundsIn(folder).length + 1);
  expect(runs().sort()).toEqual(['idle stopped', 'novice stopped', 'steady stopped']);
});
