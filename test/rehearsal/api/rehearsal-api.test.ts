import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newKeys, writeKeys, type RehearsalKeys } from '../../../lib/rehearsal/api/keys';
import { RehearsalClock } from '../../../lib/rehearsal/clock';
import { Pace } from '../../../lib/rehearsal/api/pace';
import { rehearsalApi } from '../../../lib/rehearsal/api/rehearsal-api';
import { nobody } from '../../../lib/rehearsal/player';
import { RehearsalJournal } from '../../../lib/rehearsal/records/journal';
import { Rehearsal } from '../../../lib/rehearsal/rehearsal';
import { playRound } from '../../../lib/rehearsal/virtual-play';
import { journey } from '../../../scenarios/rental-market/journey';
import { anApplication, aTemplate, backTier, halfCpu, webGroup } from '../../arena/tiny';
import { anExperiment } from '../../support/an-experiment';
import { anEvent, at } from '../../support/builders';

const event = anEvent();
const template = aTemplate(webGroup(), halfCpu, backTier());

/** A rehearsal of which three rounds have been played, with its API. */
async function played() {
  const journal = new RehearsalJournal(event);
  journal.addFact(0, { id: 'started', by: 'organizer', type: 'started' });
  const clock = new RehearsalClock(journal, 0, journal.instant(180), -Infinity);
  const rehearsal = new Rehearsal({
    scenario: { application: anApplication(), journey, experiments: [anExperiment()] },
    synthesis: { good: template, spoiled: template, spoiledBy: {} },
    journal,
    seed: 5,
    player: () => nobody,
    clock,
  });
  rehearsal.simulateTraffic();
  for (let round = 0; round < 3; round += 1) playRound(rehearsal, round);
  const pace = new Pace(clock);
  const keys = await newKeys(event);
  const said: string[] = [];
  const io = {
    result: () => undefined,
    notify: (text: string) => said.push(text),
    progress: () => undefined,
    confirm: () => Promise.resolve(false),
  };
  return { journal, rehearsal, keys, said, app: rehearsalApi({ rehearsal, weaknesses: [], keys, pace, io }) };
}
type Played = Awaited<ReturnType<typeof played>>;

async function call({ app }: Played, pathname: string, cookie: string, body?: unknown): Promise<Response> {
  return app.request(`http://127.0.0.1${pathname}`, {
    headers: { Cookie: cookie, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
}

async function logIn(rehearsal: Played, shown: object): Promise<string> {
  const answer = await call(rehearsal, '/api/session', '', shown);
  return (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
}

const codeOf = ({ given }: RehearsalKeys, id: string): string => given.find(({ team }) => team.id === id)?.code ?? '';

test('a team that comes in by its code sees how its bot stands, and what runs', async () => {
  const rehearsal = await played();
  const cookie = await logIn(rehearsal, { code: codeOf(rehearsal.keys, 'blue') });
  const view = (await (await call(rehearsal, '/api/teams/blue', cookie)).json()) as {
    points: number;
    rounds: unknown[];
  };
  const blue = rehearsal.journal.game(180).teams.find(({ team }) => team === 'blue');
  expect(view).toMatchObject({ points: blue?.points, rounds: [{ round: 0 }, { round: 1 }, { round: 2 }] });
  const account = (await (await call(rehearsal, '/api/teams/blue/account', cookie)).json()) as { resources: unknown[] };
  expect(account.resources.length).toBeGreaterThan(0);
});

test('what a team and an organizer write stands in the journal at its instant of event time', async () => {
  const rehearsal = await played();
  const team = await logIn(rehearsal, { code: codeOf(rehearsal.keys, 'red') });
  const organizer = await logIn(rehearsal, { secret: rehearsal.keys.secret });
  expect((await call(rehearsal, '/api/teams/red/incident', team, { text: 'slow' })).status).toBe(200);
  const announced = { type: 'announced', text: 'lunch' };
  expect((await call(rehearsal, '/api/organizer/steering', organizer, announced)).status).toBe(200);
  expect(rehearsal.journal.facts().slice(-2)).toMatchObject([
    { type: 'incident-declared', by: 'team:red', at: new Date(at(180)).toISOString() },
    { type: 'announced', by: 'organizer', text: 'lunch' },
  ]);
});

test('what is told twice in one instant stands there twice', async () => {
  const rehearsal = await played();
  const organizer = await logIn(rehearsal, { secret: rehearsal.keys.secret });
  const announced = { type: 'announced', text: 'lunch' };
  for (let time = 0; time < 2; time += 1) await call(rehearsal, '/api/organizer/steering', organizer, announced);
  const told = rehearsal.journal.gameAt(at(180)).entries.filter(({ entry }) => entry.type === 'announced');
  expect(told).toHaveLength(2);
});

test('what is done to the clock holds at once, and what would change nothing is refused', async () => {
  const rehearsal = await played();
  const organizer = await logIn(rehearsal, { secret: rehearsal.keys.secret });
  const steer = async (type: string) => (await call(rehearsal, '/api/organizer/steering', organizer, { type })).status;
  expect([await steer('started'), await steer('resumed'), await steer('paused')]).toEqual([409, 409, 200]);
  expect(rehearsal.journal.timeline).toMatchObject({ paused: true, pausesMs: [180_000] });
  expect([await steer('paused'), await steer('resumed')]).toEqual([409, 200]);
  expect(rehearsal.journal.timeline).toMatchObject({ paused: false, pausesMs: [180_000] });
});

test('what an organizer breaks over the API really breaks, and is mended when it is stopped', async () => {
  const rehearsal = await played();
  const organizer = await logIn(rehearsal, { secret: rehearsal.keys.secret });
  const { stage } = rehearsal.rehearsal;
  const seen = async () => {
    const view = (await (await call(rehearsal, '/api/organizer/experiments', organizer)).json()) as {
      runs: { run: string; team: string; state: string }[];
    };
    return view.runs.map(({ team, state }) => [team, state]);
  };
  const broken = { experiment: 'stop', teams: ['red'], seconds: 120 };
  expect((await call(rehearsal, '/api/organizer/experiments', organizer, broken)).status).toBe(200);
  stage.advance(181);
  expect(await seen()).toEqual([['red', 'running']]);
  const happened = (team: string) =>
    stage
      .find(team)
      .world.transitions()
      .filter(({ atSeconds }) => atSeconds >= 180);
  expect([happened('red'), happened('blue')]).toMatchObject([[{ subject: 'Web-2', text: 'was stopped' }], []]);
  expect((await call(rehearsal, '/api/organizer/stops', organizer, {})).status).toBe(200);
  stage.advance(182);
  expect(await seen()).toEqual([['red', 'ended']]);
  expect(stage.find('red').executor.sweep(new Set())).toEqual([]);
});

test('after the end nothing is written, and everything can still be read', async () => {
  const rehearsal = await played();
  const cookie = await logIn(rehearsal, { code: codeOf(rehearsal.keys, 'blue') });
  rehearsal.rehearsal.end();
  const before = rehearsal.journal.facts().length;
  expect((await call(rehearsal, '/api/teams/blue/questions', cookie, { text: 'why?' })).status).toBe(409);
  expect(rehearsal.journal.facts()).toHaveLength(before);
  expect((await call(rehearsal, '/api/teams/blue', cookie)).status).toBe(200);
});

test('there is neither an AWS account to enter nor an address to register, nor, at full speed, one to test', async () => {
  const rehearsal = await played();
  const cookie = await logIn(rehearsal, { code: codeOf(rehearsal.keys, 'blue') });
  for (const [what, body] of [
    ['console', {}],
    ['endpoint', { url: 'https://blue.example' }],
    ['test', {}],
  ] as const) {
    expect((await call(rehearsal, `/api/teams/blue/${what}`, cookie, body)).status).toBe(409);
  }
  expect(rehearsal.said).toEqual([]);
});

test('keys are kept for their owner alone, the organizer’s secret first', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  try {
    const keys = await newKeys(event);
    const file = writeKeys(folder, keys);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe(
      `organizer ${keys.secret}\nblue ${codeOf(keys, 'blue')}\nred ${codeOf(keys, 'red')}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
