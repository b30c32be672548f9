import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '../../lib/core/records/records';
import { dayOf } from '../../lib/core/time/day';
import { END_OF_TIME, secondsAt } from '../../lib/core/time/timeline';
import { play } from '../../lib/core/game';
import { readFolder } from '../../lib/rehearsal/records/folder';
import { gameday } from '../cli/gameday';
import { GamedayProcess, scratchFolder, until } from './rehearsal-process';

jest.setTimeout(120_000);

const scratch = scratchFolder();
afterAll(() => scratch.remove());
const folder = path.join(scratch.path, 'steered');
const log = (): LogEntry[] =>
  readFileSync(path.join(folder, 'log.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as LogEntry);
const has = (type: LogEntry['type']): boolean => log().some((entry) => entry.type === type);

/** An organizer before the API of a rehearsal. */
class Organizer {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async of(rehearsal: GamedayProcess): Promise<Organizer> {
    const [, url = ''] = await rehearsal.says(/(http:\/\/127\.0\.0\.1:\d+\/)/);
    await rehearsal.says(/Records:/);
    const [, secret = ''] = /^organizer (.*)$/m.exec(readFileSync(path.join(folder, 'keys.txt'), 'utf8')) ?? [];
    const answer = await fetch(`${url}api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
    return new Organizer(url, answer.headers.get('Set-Cookie')?.split(';')[0] ?? '');
  }

  async steer(change: object): Promise<number> {
    const { status } = await fetch(`${this.url}api/organizer/steering`, {
      method: 'POST',
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify(change),
    });
    return status;
  }

  async clock(): Promise<{ readonly phase: string; readonly eventSeconds: number }> {
    const answer = await fetch(`${this.url}api/organizer`, { headers: { Cookie: this.cookie } });
    return ((await answer.json()) as { clock: { phase: string; eventSeconds: number } }).clock;
  }

  async runsTo(seconds: number): Promise<void> {
    while ((await this.clock()).eventSeconds < seconds) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a rehearsal waits, is started, paused, killed, gone on with, resumed, extended for one team, closed and revealed', async () => {
  const play = ['--headless', '--wait', '--speed', '120', '--port', '0'];
  const first = new GamedayProcess('rehearse', ...play, '--duration', '8m', '--out', folder);
  const organizer = await Organizer.of(first);
  expect(await organizer.clock()).toMatchObject({ phase: 'waiting', eventSeconds: 0 });
  expect(await organizer.steer({ type: 'paused' })).toBe(409);
  expect(await organizer.steer({ type: 'started' })).toBe(200);
  await organizer.runsTo(150);
  expect(await organizer.steer({ type: 'paused' })).toBe(200);
  const paused = await organizer.clock();
  expect(paused.phase).toBe('paused');
  expect(await organizer.steer({ type: 'announced', text: 'in the pause' })).toBe(200);
  expect(await organizer.clock()).toEqual({ ...paused, asOf: expect.any(String) as string });
  first.kill('SIGKILL');
  await first.ended;

  const second = new GamedayProcess('rehearse', ...play, '--resume', folder);
  const again = await Organizer.of(second);
  await again.runsTo(paused.eventSeconds);
  expect(await again.clock()).toMatchObject({ phase: 'paused', eventSeconds: paused.eventSeconds });
  expect(await again.steer({ type: 'extended', seconds: 120, team: 'expert' })).toBe(200);
  expect(gameday(scratch.path, 'traffic', folder, '--factor', '0.5')).toMatchObject({ code: 0 });
  expect(await again.steer({ type: 'resumed' })).toBe(200);
  await again.runsTo(570);
  expect(await again.steer({ type: 'closed' })).toBe(200);
  expect(await again.steer({ type: 'revealed' })).toBe(200);
  expect([await second.ended, second.output]).toEqual([0, expect.any(String)]);
  await until(() => has('revealed'));

  const { event, rounds } = await readFolder(folder);
  const { timeline, phase } = dayOf(event, log(), END_OF_TIME);
  expect(phase).toBe('closed');
  expect(timeline.pausesMs).toEqual([paused.eventSeconds * 1000]);
  const told = log().find(({ type }) => type === 'announced');
  expect(secondsAt(timeline, Date.parse(told?.at ?? ''))).toBe(paused.eventSeconds);
  const cut = Math.floor(paused.eventSeconds / 60);
  const game = playAll(event, rounds);
  expect(game.map(([, own]) => own.includes(cut))).toEqual([false, false, false, false]);
  expect(new Map(game).get('expert')).toContain(8);
  expect(game.filter(([, own]) => own.includes(8))).toHaveLength(1);
});

const playAll = (event: Parameters<typeof play>[0], rounds: Parameters<typeof play>[1]) =>
  play(event, rounds, log(), END_OF_TIME).teams.map(
    ({ team, rounds: own }) => [team, own.map(({ round }) => round)] as const,
  );
