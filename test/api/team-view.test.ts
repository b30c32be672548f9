import type { ApiPorts } from '../../lib/api/ports';
import type { TeamView } from '../../lib/api/views/team-view';
import { anEntry, aRound, at, someLog, someRounds } from '../support/builders';
import { Office } from './call';

const viewOf = async (office: Office, cookie: string): Promise<TeamView> =>
  (await (await office.call('GET', '/api/teams/blue', { cookie })).json()) as TeamView;

test('a false alarm costs what the page said beforehand, also when the team’s traffic was changed', async () => {
  const office = new Office();
  office.log = someLog(anEntry('traffic', 30, { factor: 3, team: 'blue' }));
  office.rounds = someRounds({ blue: Array.from({ length: 9 }, () => aRound({ fast: 60 })) });
  office.now = at(200);
  const cookie = await office.team('blue');
  const { falseAlarmPoints } = await viewOf(office, cookie);
  expect(falseAlarmPoints).toBe(180);
  await office.call('POST', '/api/teams/blue/incident', { cookie, body: { text: 'I hear something' } });
  office.now = at(500);
  const lines = (await viewOf(office, cookie)).lines.filter(({ rule }) => rule === 'false-alarm');
  expect(lines.map(({ points }) => points)).toEqual([-falseAlarmPoints]);
});

test('a hint costs the points that it said it would', async () => {
  const office = new Office();
  const cookie = await office.team('blue');
  const [price] = (await viewOf(office, cookie)).hints[0]!.levels;
  await office.call('POST', '/api/teams/blue/hints', { cookie, body: { number: 1, level: 1 } });
  expect((await viewOf(office, cookie)).points).toBeCloseTo(-price!.costPoints);
});

test('a team sees that the board is frozen, and its own score as it goes on', async () => {
  const office = new Office();
  office.log = someLog(anEntry('frozen', 60, {}));
  office.rounds = someRounds({ blue: Array.from({ length: 5 }, () => aRound({ fast: 60 })) });
  office.now = at(300);
  const { freeze, points } = await viewOf(office, await office.team('blue'));
  expect(freeze).toEqual({ frozen: true, atSeconds: 60, revealed: false });
  expect(points).toBe(300);
});

test('extra time is the own team’s alone: whoever has it plays on, the others are told that it is over', async () => {
  const office = new Office();
  office.log = someLog(anEntry('extended', 100, { seconds: 120, team: 'blue' }));
  office.now = at(650);
  const clockOf = async (team: string) =>
    ((await (await office.call('GET', `/api/teams/${team}`, { cookie: await office.team(team) })).json()) as TeamView)
      .clock;
  expect(await clockOf('blue')).toMatchObject({ phase: 'running', eventSeconds: 650, endsSeconds: 720 });
  expect(await clockOf('red')).toMatchObject({ phase: 'ended', eventSeconds: 600, endsSeconds: 600 });
});

test('the plan that a team is shown is its own, with its traffic factor', async () => {
  const office = new Office();
  office.log = someLog(
    anEntry('traffic', 0, { factor: 2, team: 'blue' }),
    anEntry('traffic', 0, { factor: 5, team: 'red' }),
  );
  const { traffic } = await viewOf(office, await office.team('blue'));
  expect(new Set([traffic.stepsPerSecond, ...traffic.plan])).toEqual(new Set([2]));
});

const without = (...absent: readonly (keyof ApiPorts)[]): Office =>
  new Office(Object.fromEntries(absent.map((port) => [port, undefined])));

test.each<[string, Office, readonly string[]]>([
  ['where everything is there, everything', new Office(), ['aws-account', 'endpoint', 'test', 'console']],
  ['without AWS accounts, no way into one', without('ways'), ['endpoint', 'test', 'console']],
  ['where addresses are fixed, no registration', without('endpoints'), ['aws-account', 'test', 'console']],
  ['where no customer can be sent, no test', without('testJourney'), ['aws-account', 'endpoint', 'console']],
  ['where there is AWS’s own console, none of ours', without('console'), ['aws-account', 'endpoint', 'test']],
])('%s is offered', async (_where, office, offers) => {
  expect((await viewOf(office, await office.team('blue'))).offers).toEqual(offers);
});
