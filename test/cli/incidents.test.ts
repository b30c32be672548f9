import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { showIncidents } from '../../lib/cli/show-incidents';
import type { Incident, TeamIncidents } from '../../lib/core/incidents/incident';
import { RehearsalFolder } from '../../lib/rehearsal/records/folder';
import type { LogEntry } from '../../lib/core/records/records';
import { anEntry, aRound, declared, someLog, someRounds } from '../support/builders';
import { dayEvent, scriptedDay } from '../support/incident-day';
import { refusal } from '../support/refusal';
import { spokenIo } from '../support/spoken';
import { gameday } from './gameday';

jest.setTimeout(60_000);

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gameday-incidents-'));
  folder = path.join(root, 'day');
});
afterEach(() => rmSync(root, { recursive: true }));

/** The scripted day, and what else happened. */
function record(...more: readonly LogEntry[]): void {
  const rehearsal = RehearsalFolder.create(folder, dayEvent);
  const round = { g: aRound({ fast: 60 }), b: aRound({ failed: 60 }) };
  const rounds = Object.entries(scriptedDay.teams).map(([team, day]) => [
    team,
    [...day].map((letter) => round[letter as 'g' | 'b']),
  ]);
  someRounds(Object.fromEntries(rounds) as Parameters<typeof someRounds>[0]).forEach((each) =>
    rehearsal.appendRound(each),
  );
  someLog(...scriptedDay.log, ...more).forEach((each) => rehearsal.appendLog(each));
}

interface IncidentsJson {
  readonly teams: readonly TeamIncidents[];
  readonly experiments: readonly { readonly team: string; readonly experiment: string; readonly effect: string }[];
}

async function shown(options: { team?: string; at?: number; audience?: boolean } = {}): Promise<IncidentsJson> {
  const io = spokenIo();
  const { team, at, audience = false } = options;
  await showIncidents(folder, { team, at, audience, json: true }, io);
  return JSON.parse(io.results.join('')) as IncidentsJson;
}
const begun = (incidents: readonly Incident[] = []): number[] => incidents.map(({ startSeconds }) => startSeconds);

test('the JSON tells every team and every experiment at each of them', async () => {
  record();
  const { teams, experiments } = await shown();
  expect(teams.map(({ team, incidents }) => [team, begun(incidents)])).toEqual([
    ['blue', [120, 420]],
    ['red', [120]],
    ['green', []],
  ]);
  expect(experiments.map(({ team, effect }) => `${team} ${effect}`).sort()).toEqual([
    'blue felt',
    'green rode out',
    'red felt',
  ]);
});

test('--team tells of one team alone', async () => {
  record();
  const { teams, experiments } = await shown({ team: 'red' });
  expect([...teams, ...experiments].map(({ team }) => team)).toEqual(['red', 'red']);
  await expect(shown({ team: 'pink' })).rejects.toEqual(refusal('BadOption', '"pink"'));
});

test('--at tells what was known then: the impact was open and the fault under way', async () => {
  record();
  const { teams, experiments } = await shown({ at: 240, team: 'blue' });
  expect(teams[0]?.incidents).toMatchObject([{ startSeconds: 120, endSeconds: null, secondsToDetect: 45 }]);
  expect(experiments).toMatchObject([{ state: 'running', effect: 'felt' }]);
});

test('the audience is told nothing that came after the freeze, until the reveal', async () => {
  record(anEntry('frozen', 250, {}), declared('red', 300));
  expect(begun((await shown({ team: 'blue' })).teams[0]?.incidents)).toEqual([120, 420]);
  const frozen = await shown({ audience: true });
  expect(frozen.teams.map(({ incidents }) => begun(incidents))).toEqual([[120], [120], []]);
  expect(frozen.teams[1]?.incidents[0]).toMatchObject({ endSeconds: null, secondsToDetect: null });
  rmSync(folder, { recursive: true });
  record(anEntry('frozen', 250, {}), declared('red', 300), anEntry('revealed', 590, {}));
  const revealed = await shown({ audience: true });
  expect(revealed.teams[1]?.incidents[0]).toMatchObject({ endSeconds: 360, secondsToDetect: 180 });
});

test('people get a table of incidents, false alarms, and how each experiment went', async () => {
  record();
  const io = spokenIo();
  await showIncidents(folder, { team: undefined, at: undefined, audience: false, json: false }, io);
  expect(io.results.join('')).toMatchInlineSnapshot(`
   "Team         #     Began  Detected  Acknowledged  Recovered  Points  Experiments
   Blue Whales  1  00:02:00       45s           15s         2m   -96.3  stop
   Blue Whales  2  00:07:00     never             -         1m   -63.9
   Red Foxes    1  00:02:00     never             -         4m  -266.4  stop

   Green Geese: false alarm at 00:01:40, -60.0 points

   Experiment  Team           Struck  Effect    Detected  Recovered  Hypothesis
   stop        Blue Whales  00:02:10  felt           35s      1m50s  unstated
   stop        Green Geese  00:02:10  rode out         -          -  unstated
   stop        Red Foxes    00:02:10  felt             -      3m50s  unstated
   "
  `);
});

test('the command line takes the same options', () => {
  record();
  const { code, stdout } = gameday(
    root,
    'incidents',
    'day',
    '--team',
    'blue',
    '--json',
    '--at',
    '00:04:00',
    '--audience',
  );
  expect((JSON.parse(stdout) as IncidentsJson).teams).toHaveLength(1);
  expect(code).toBe(0);
});
