import { anEntry, at, declared, someLog } from '../support/builders';
import { Office } from './call';

interface Team {
  readonly points: number;
  readonly lines: readonly { readonly rule: string; readonly points: number; readonly reason: string }[];
  readonly hints: readonly { readonly symptom: string; readonly levels: readonly { readonly text: string | null }[] }[];
  readonly questions: readonly {
    readonly team: string | null;
    readonly text: string;
    readonly answers: readonly unknown[];
  }[];
}
const viewOf = async (office: Office, cookie: string, team: string): Promise<Team> =>
  (await (await office.call('GET', `/api/teams/${team}`, { cookie })).json()) as Team;

test('a hint shows its symptom and price before, its text and what it cost after, and is paid once', async () => {
  const office = new Office();
  const cookie = await office.team('blue');
  const before = await viewOf(office, cookie, 'blue');
  expect(before.hints[0]).toMatchObject({
    number: 1,
    symptom: 'everything stops at once',
    levels: [{ costSeconds: 30, text: null }, {}, {}],
  });
  expect(JSON.stringify(before)).not.toContain('one-instance');
  const open = () => office.call('POST', '/api/teams/blue/hints', { cookie, body: { number: 1, level: 2 } });
  expect(await (await open()).json()).toEqual({ text: 'two', costSeconds: 60 });
  expect(await (await open()).json()).toEqual({ text: 'two', costSeconds: 60 });
  const after = await viewOf(office, cookie, 'blue');
  expect(after.hints[0]?.levels.map(({ text }) => text)).toEqual([null, 'two', null]);
  expect(after.lines).toEqual([expect.objectContaining({ rule: 'hint', points: -60 })]);
  expect((await viewOf(office, await office.team('red'), 'red')).hints[0]?.levels[1]?.text).toBeNull();
});

test.each([
  [0, 1],
  [2, 1],
  [1, 4],
])('there is no hint %i of level %i', async (number, level) => {
  const office = new Office();
  const body = { number, level };
  const { status } = await office.call('POST', '/api/teams/blue/hints', { cookie: await office.team('blue'), body });
  expect([400, 404]).toContain(status);
  expect(office.log).toEqual(someLog());
});

test('a question is its team’s until it is answered to all, and then nobody learns whose it was', async () => {
  const office = new Office();
  const [blue, red, organizer] = [await office.team('blue'), await office.team('red'), await office.organizer()];
  await office.call('POST', '/api/teams/blue/questions', { cookie: blue, body: { text: 'may we?' } });
  const to = office.log.at(-1)!.id;
  const answer = (text: string, all: boolean) =>
    office.call('POST', '/api/organizer/answers', { cookie: organizer, body: { to, text, public: all } });
  await answer('between us: yes', false);
  expect((await viewOf(office, red, 'red')).questions).toEqual([]);
  await answer('yes, everybody', true);
  expect((await viewOf(office, red, 'red')).questions).toMatchObject([
    { team: null, text: 'may we?', answers: [{ text: 'yes, everybody' }] },
  ]);
  expect((await viewOf(office, blue, 'blue')).questions[0]?.answers).toHaveLength(2);
});

test('whoever has written sees it at once', async () => {
  const office = new Office();
  const cookie = await office.organizer();
  const points = async () => (await viewOf(office, cookie, 'blue')).points;
  expect(await points()).toBe(0);
  const body = { team: 'blue', points: 7, reason: 'our mistake' };
  await office.call('POST', '/api/organizer/adjustments', { cookie, body });
  expect(await points()).toBe(7);
});

test.each([
  ['before the start', -10],
  ['after the end', 601],
])('%s nothing is declared and no hint is sold, but questions are asked', async (_when, seconds) => {
  const office = new Office();
  office.now = at(seconds);
  const cookie = await office.team('blue');
  const send = async (path: string, body: unknown) =>
    (await office.call('POST', `/api/teams/blue/${path}`, { cookie, body })).status;
  expect(await send('incident', { text: 'down' })).toBe(409);
  expect(await send('hints', { number: 1, level: 1 })).toBe(409);
  expect(await send('console', {})).toBe(409);
  expect(await send('credentials', { region: 'eu-west-1' })).toBe(409);
  expect(await send('questions', { text: 'when?' })).toBe(200);
});

test('what was not declared can neither be updated nor resolved', async () => {
  const office = new Office();
  const cookie = await office.team('blue');
  office.log.push(declared('red', 30));
  const update = { text: 'better', audience: 'external' };
  for (const [path, body] of [
    ['updates', update],
    ['resolution', {}],
  ] as const) {
    expect((await office.call('POST', `/api/teams/blue/incident/${path}`, { cookie, body })).status).toBe(409);
  }
});

test('the event starts and goes on at a whole minute, however often it is asked for', async () => {
  const office = new Office();
  office.log = [];
  const cookie = await office.organizer();
  const start = () => office.call('POST', '/api/organizer/steering', { cookie, body: { type: 'started' } });
  expect(await (await start()).json()).toMatchObject({ at: new Date(at(120)).toISOString() });
  office.now += 1000;
  await start();
  expect(new Set(office.log.map(({ id }) => id)).size).toBe(1);
});

test('two announcements of one instant are two', async () => {
  const office = new Office();
  const cookie = await office.organizer();
  for (const text of ['lunch', 'dessert']) {
    await office.call('POST', '/api/organizer/steering', { cookie, body: { type: 'announced', text } });
  }
  const board = await (await office.call('GET', '/api/scoreboard')).text();
  expect(board).toContain('lunch');
  expect(board).toContain('dessert');
});

test.each([
  ['paused twice', someLog(anEntry('paused', 30, {})), { type: 'paused' }],
  ['revealed before it is frozen', someLog(), { type: 'revealed' }],
  ['traffic of a team that is not there', someLog(), { type: 'traffic', factor: 2, team: 'green' }],
  ['extended by half a round', someLog(), { type: 'extended', seconds: 30 }],
])('what would change nothing is refused: %s', async (_what, log, body) => {
  const office = new Office();
  office.log = [...log];
  const answer = await office.call('POST', '/api/organizer/steering', { cookie: await office.organizer(), body });
  expect(answer.status).toBe(409);
  expect(office.log).toEqual(log);
});

test('what cannot be steered here is refused by name', async () => {
  const office = new Office({ steering: ['announced'] });
  const answer = await office.call('POST', '/api/organizer/steering', {
    cookie: await office.organizer(),
    body: { type: 'paused' },
  });
  expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
    409,
    expect.stringContaining('announced') as string,
  ]);
});

test('the control room sees the frozen order and the true one', async () => {
  const office = new Office();
  const log = someLog(anEntry('frozen', 10, {}), anEntry('adjusted', 20, { team: 'red', points: 9, reason: 'fair' }));
  office.log = log;
  const view = (await (await office.call('GET', '/api/organizer', { cookie: await office.organizer() })).json()) as {
    teams: readonly { id: string; rank: number; shownRank: number; points: number; shownPoints: number }[];
  };
  expect(view.teams.map(({ id, rank, shownRank }) => [id, rank, shownRank])).toEqual([
    ['red', 1, 2],
    ['blue', 2, 1],
  ]);
  expect(view.teams[0]).toMatchObject({ points: 9, shownPoints: 0 });
});
