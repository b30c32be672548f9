import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

test('a rehearsal that was killed in the middle of its end is ended, and shows the true order', () => {
  const folder = folderOf('ending');
  const play = ['rehearse', '--headless', '--speed', 'max', '--port', '0'];
  expect(gameday(scratch.path, ...play, '--duration', '8m', '--out', folder).code).toBe(0);
  const log = path.join(folder, 'log.jsonl');
  const whole = readFileSync(log, 'utf8');
  const ended = readFileSync(path.join(folder, 'scoreboard.json'), 'utf8');
  writeFileSync(log, whole.split('\n').slice(0, -2).join('\n') + '\n');
  rmSync(path.join(folder, 'scoreboard.json'));
  for (const speed of ['60', 'max']) {
    const { code, stderr } = gameday(
      scratch.path,
      'rehearse',
      '--resume',
      folder,
      '--headless',
      '--port',
      '0',
      '--speed',
      speed,
    );
    expect({ code, stderr }).toMatchObject({ code: speed === '60' ? 0 : 2 });
  }
  expect(readFileSync(log, 'utf8')).toBe(whole);
  const { clock, teams } = JSON.parse(readFileSync(path.join(folder, 'scoreboard.json'), 'utf8')) as Snapshot;
  expect(clock.phase).toBe('closed');
  expect(teams).toEqual((JSON.parse(ended) as Snapshot).teams);
});

test('Ctrl-C while things are made ready writes nothing', async () => {
  const folder = folderOf('early');
  const running = started(folder);
  await running.says(/Synthesising/);
  running.kill('SIGINT');
  expect([await running.ended, running.output]).toEqual([0, expect.stringContaining('nothing was written')]);
  expect(existsSync(folder)).toBe(false);
});

test('a folder that is gone in the middle is told without a trace', async () => {
  const folder = folderOf('gone');
  const running = started(folder);
  await measured(folder, 1);
  // At once: what is written meanwhile would be in the way of a removal file by file.
  renameSync(folder, `${folder}-elsewhere`);
  expect(await running.ended).toBe(2);
  expect(running.output).toContain('cannot be written');
  expect(running.output).not.toMatch(/^\s+at /m);
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
