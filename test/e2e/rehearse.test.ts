import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stepClasses } from '../../lib/core/records/records';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { gameday } from '../cli/gameday';
import { GamedayProcess, roundsIn, scratchFolder, until } from './rehearsal-process';

jest.setTimeout(120_000);

const scratch = scratchFolder();
afterAll(() => scratch.remove());
const folderOf = (name: string): string => path.join(scratch.path, name);

interface StandingsJson {
  readonly frozen: boolean;
  readonly teams: readonly {
    readonly id: string;
    readonly points: number;
    readonly lines: readonly { readonly points: number }[];
  }[];
}
const standings = (folder: string): StandingsJson =>
  JSON.parse(gameday(scratch.path, 'standings', folder, '--json').stdout) as StandingsJson;
const order = (folder: string): string[] => standings(folder).teams.map(({ id }) => id);

test.each([1, 2, 3, 4, 5])('the better the team, the higher it ends, whatever the seed (%i)', (seed) => {
  const folder = folderOf(`seed-${seed}`);
  const args = ['--headless', '--duration', '2h', '--speed', 'max', '--seed', String(seed), '--port', '0'];
  const { code, stderr } = gameday(scratch.path, 'rehearse', ...args, '--out', folder);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(order(folder)).toEqual(['expert', 'steady', 'novice', 'idle']);
});

test('the same seed gives the same rounds to the last digit', () => {
  const args = ['--headless', '--duration', '10m', '--speed', 'max', '--seed', '7', '--port', '0'];
  for (const name of ['once', 'again']) gameday(scratch.path, 'rehearse', ...args, '--out', folderOf(name));
  const [once, again] = ['once', 'again'].map((name) =>
    readFileSync(path.join(folderOf(name), 'rounds.jsonl'), 'utf8'),
  );
  expect(again).toBe(once);
  expect(once).not.toBe('');
});

test('a rehearsal with real traffic ends by itself, measures every round and shows the true order', async () => {
  const folder = folderOf('live');
  const args = ['--headless', '--duration', '8m', '--speed', '60', '--port', '0', '--out', folder];
  const running = new GamedayProcess('rehearse', ...args);
  const [, url] = await running.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
  const page = await (await fetch(url ?? '')).text();
  expect(page).toContain('GameDay scoreboard');
  await until(() => existsSync(path.join(folder, 'rounds.jsonl')) && roundsIn(folder).length > 0);
  const live = (await (await fetch(`${url}scoreboard.json`)).json()) as Snapshot;
  expect(live.teams.map(({ id }) => id).sort()).toEqual(['expert', 'idle', 'novice', 'steady']);

  expect(await running.ended).toBe(0);
  const measured = new Set(roundsIn(folder).map(({ round }) => round));
  expect([...measured].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  for (const { teams } of roundsIn(folder)) {
    for (const counts of Object.values(teams)) {
      const offered = stepClasses.reduce((sum, each) => sum + counts[each], 0);
      expect(offered).toBeLessThanOrEqual(counts.expected);
    }
  }
  const last = JSON.parse(readFileSync(path.join(folder, 'scoreboard.json'), 'utf8')) as Snapshot;
  expect(last).toMatchObject({ rounds: 8, clock: { phase: 'closed' }, freeze: { revealed: true } });
  for (const { points, lines } of standings(folder).teams) {
    expect(lines.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(points, 6);
  }
  expect(running.output).toContain(`gameday standings ${folder}`);
  // Ten tenths and the start: nobody reads a log of a line a second.
  expect(running.output.match(/steps\/s/g)?.length).toBeLessThanOrEqual(11);
});
