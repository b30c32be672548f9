import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { gameday } from '../cli/gameday';
import { GamedayProcess, roundsIn, scratchFolder, until } from './rehearsal-process';

jest.setTimeout(120_000);

const scratch = scratchFolder();
afterAll(() => scratch.remove());
const folderOf = (name: string): string => path.join(scratch.path, name);
const started = (folder: string): GamedayProcess =>
  new GamedayProcess('rehearse', '--headless', '--duration', '8m', '--speed', '60', '--port', '0', '--out', folder);
const measured = (folder: string, rounds: number): Promise<void> =>
  until(() => existsSync(path.join(folder, 'rounds.jsonl')) && roundsIn(folder).length >= rounds);

describe('a rehearsal that was killed', () => {
  const folder = folderOf('killed');

  beforeAll(async () => {
    const running = started(folder);
    await measured(folder, 3);
    running.kill('SIGKILL');
    expect(await running.ended).toBe('SIGKILL');
    // As if the kill had hit the middle of a line.
    appendFileSync(path.join(folder, 'rounds.jsonl'), '{"round":3,"startsAt":"2026-12-1');
  });

  test('still folds; its torn last line is reported and left out', () => {
    const { code, stdout, stderr } = gameday(scratch.path, 'standings', folder);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain('Nine Nines');
    expect(stderr).toMatch(/rounds\.jsonl line \d+ .*left out/);
  });

  test('is shown by a replay', async () => {
    const replaying = new GamedayProcess('replay', folder, '--speed', '600', '--port', '0');
    const [, url] = await replaying.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
    let board: Snapshot | undefined;
    while (board === undefined || board.rounds < 3) {
      board = (await (await fetch(`${url}scoreboard.json`)).json()) as Snapshot;
    }
    expect(board.teams).toHaveLength(4);
    replaying.kill('SIGINT');
    expect(await replaying.ended).toBe(0);
  });

  test('is gone on with to its end, without losing what was measured', async () => {
    const before = roundsIn(folder).slice(0, 3);
    const resumed = new GamedayProcess('rehearse', '--resume', folder, '--headless', '--speed', '60', '--port', '0');
    expect([await resumed.ended, resumed.output]).toEqual([0, expect.any(String)]);
    const after = roundsIn(folder);
    expect(after.slice(0, 3)).toEqual(before);
    expect(new Set(after.map(({ round }) => round)).size).toBe(8);
    const log = readFileSync(path.join(folder, 'log.jsonl'), 'utf8').trim().split('\n');
    const ids = log.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('closed');
  });

  test('cannot be gone on with once it is over', () => {
    const { code, stderr } = gameday(scratch.path, 'rehearse', '--resume', folder);
    expect(code).toBe(2);
    expect(stderr).toContain('is over');
  });
});

test('Ctrl-C ends a rehearsal in order and says how to go on', async () => {
  const folder = folderOf('stopped');
  const running = started(folder);
  await measured(folder, 1);
  running.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(running.output).toContain(`gameday rehearse --resume ${folder}`);
});

test('a port in use is named with the way out, and leaves no folder behind', async () => {
  const first = started(folderOf('first'));
  const [, port = ''] = await first.says(/http:\/\/127\.0\.0\.1:(\d+)\//);
  const second = gameday(scratch.path, 'rehearse', '--headless', '--port', port, '--out', folderOf('second'));
  first.kill('SIGINT');
  await first.ended;
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`port ${port} is in use`);
  expect(second.stderr).toContain('--port 0');
  expect(existsSync(folderOf('second'))).toBe(false);
});
