import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { showStandings } from '../../lib/cli/show-standings';
import { play } from '../../lib/core/game';
import type { LogEntry } from '../../lib/core/records/records';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import { aRound, anEntry, anEvent, at, iso, someLog, someRounds } from '../support/builders';
import { holding, refusal } from '../support/refusal';
import { spokenIo } from '../support/spoken';
import { gameday } from './gameday';

jest.setTimeout(60_000);

const event = anEvent({ freezeSeconds: 60 });
const rounds = someRounds({
  blue: [aRound({ fast: 60 }), aRound({ fast: 30, failed: 30 }), aRound({ fast: 60 })],
  red: [aRound({ acceptable: 60 }), aRound({ acceptable: 60 }), aRound({ acceptable: 60 })],
});
const log = someLog(anEntry('adjusted', 190, { team: 'red', points: 2.5, reason: 'Best logo' }));

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gameday-standings-'));
  folder = path.join(root, 'day');
});
afterEach(() => rmSync(root, { recursive: true }));

function record(entries: readonly LogEntry[] = log): void {
  const rehearsal = RehearsalFolder.create(folder, event);
  rounds.forEach((each) => rehearsal.appendRound(each));
  entries.forEach((each) => rehearsal.appendLog(each));
}

interface StandingsJson {
  readonly at: string;
  readonly frozen: boolean;
  readonly teams: readonly {
    id: string;
    rank: number;
    points: number;
    lines: readonly { points: number; rule: string }[];
  }[];
}

async function standings(options: { at?: number; rules?: string } = {}): Promise<StandingsJson> {
  const io = spokenIo();
  await showStandings(folder, { json: true, at: options.at, rules: options.rules }, io);
  return JSON.parse(io.results.join('')) as StandingsJson;
}

test('the newest that is known counts when no time is given: a later entry, or the end of the last round', async () => {
  record();
  expect((await standings()).at).toBe(iso(at(190)));
  rmSync(path.join(folder, 'log.jsonl'));
  writeFileSync(path.join(folder, 'log.jsonl'), `${JSON.stringify(log[0])}\n`);
  expect((await standings()).at).toBe(iso(at(180)));
});

test('the JSON is the fold: every team with all lines of its ledger, which add up', async () => {
  record();
  const { teams, frozen } = await standings();
  const game = play(event, rounds, log, at(190));
  expect(teams.map(({ id, rank, points }) => ({ id, rank, points }))).toEqual(
    game.teams.map(({ team, rank, points }) => ({ id: team, rank, points })),
  );
  for (const { points, lines } of teams) {
    expect(lines.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(points);
  }
  expect(teams.find(({ id }) => id === 'red')?.lines.at(-1)).toEqual({
    at: iso(at(190)),
    round: 3,
    rule: 'adjustment',
    points: 2.5,
    reason: holding('Best logo'),
  });
  expect(frozen).toBe(false);
});

test('--at shows what was known at that time of the event', async () => {
  record();
  const { at: instant, teams } = await standings({ at: 60 });
  expect(instant).toBe(iso(at(60)));
  expect(teams.map(({ lines }) => lines.length)).toEqual([1, 1]);
});

test('--at counts event time, which stands still in a pause', async () => {
  record([...log, anEntry('paused', 60, {}), anEntry('resumed', 100, {})]);
  expect((await standings({ at: 120 })).at).toBe(iso(at(160)));
});

test('frozen is told from the planned instant until the reveal', async () => {
  record([...log, anEntry('announced', 545, { text: 'Nearly there' })]);
  expect((await standings()).frozen).toBe(true);
  appendFileSync(path.join(folder, 'log.jsonl'), `${JSON.stringify(anEntry('revealed', 600, {}))}\n`);
  expect((await standings()).frozen).toBe(false);
});

test('an event that has not begun has everybody at 0', async () => {
  RehearsalFolder.create(folder, event);
  expect((await standings()).teams).toMatchObject([
    { id: 'blue', rank: 1, points: 0, lines: [] },
    { id: 'red', rank: 2, points: 0, lines: [] },
  ]);
});

test.each([
  ['the event never got to', [...log, anEntry('closed', 200, {})]],
  ['nothing is known of', log],
])('a time that %s is refused, with the latest that is known', async (_case, entries) => {
  record(entries);
  await expect(standings({ at: 300 })).rejects.toEqual(
    refusal(
      'BadOption',
      `--at 00:05:00 is later than anything that is known, up to 00:03:${entries.length > 2 ? '20' : '10'}`,
    ),
  );
});

test('other rules make other points, and are told to be a what-if', async () => {
  record();
  const rules = path.join(root, 'rules.yaml');
  writeFileSync(rules, 'worth: { acceptable: 1 }\n');
  const points = (json: StandingsJson): number | undefined => json.teams.find(({ id }) => id === 'red')?.points;
  expect(points(await standings())).toBeCloseTo(92.5);
  expect(points(await standings({ rules }))).toBeCloseTo(182.5);

  const io = spokenIo();
  await showStandings(folder, { json: false, at: undefined, rules }, io);
  expect(io.notices).toEqual([holding('What if: ')]);
});

test('what is left out of the journals and of the fold is told beside the standings', async () => {
  record([...log, anEntry('adjusted', 195, { team: 'green', points: 1, reason: 'x' })]);
  appendFileSync(path.join(folder, 'rounds.jsonl'), '{"round":3,');
  const io = spokenIo();
  await showStandings(folder, { json: false, at: undefined, rules: undefined }, io);
  expect(io.notices).toEqual([holding('rounds.jsonl line 4 is torn'), holding('names the unknown team "green"')]);
});

test('people get a table, best team first', async () => {
  record();
  const io = spokenIo();
  await showStandings(folder, { json: false, at: 180, rules: undefined }, io);
  expect(io.results.join('')).toMatchInlineSnapshot(`
   "Test GameDay at 00:03:00 of 00:10:00, running, 3 rounds

      Team         Points   Served   USD  Impact
   1  Blue Whales   135.0   83.3 %  0.01  open
   2  Red Foxes      90.0  100.0 %  0.01
   "
  `);
});

test('the command prints JSON alone on standard output', () => {
  record();
  const { code, stdout, stderr } = gameday(root, 'standings', 'day', '--json', '--at', '00:02:00');
  expect(JSON.parse(stdout)).toMatchObject({ at: iso(at(120)), frozen: false, teams: [{ rank: 1 }, { rank: 2 }] });
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
