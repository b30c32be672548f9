import type { Readiness } from '../../lib/api/routes/readiness';
import type { IncidentsView } from '../../lib/api/views/incidents-view';
import type { OrganizerView } from '../../lib/api/views/organizer-view';
import type { OrganizerLog } from '../../lib/api/routes/organizer';
import { anEntry, aRound, at, declared, someLog, someRounds } from '../support/builders';
import { Office } from './call';

async function ask<Answer>(office: Office, path: string): Promise<Answer> {
  const answer = await office.call('GET', `/api/organizer${path}`, { cookie: await office.organizer() });
  return (await answer.json()) as Answer;
}

test('readiness is what the place says, and what the records say', async () => {
  const office = new Office({
    readiness: () =>
      Promise.resolve([
        { team: 'blue', name: 'front', finding: { verdict: 'red', says: 'closed', fix: 'Open it.' } },
        { name: 'engine', finding: { verdict: 'not-applicable', says: 'nothing is sent' } },
      ]),
  });
  expect((await ask<Readiness>(office, '/readiness')).checks).toMatchObject([
    { team: null, name: 'records', verdict: 'green', fix: null },
    { team: 'blue', name: 'front', verdict: 'red', says: 'closed', fix: 'Open it.' },
    { team: null, name: 'engine', verdict: 'not-applicable', fix: null },
  ]);
  office.log.push(anEntry('adjusted', 10, { team: 'green', points: 5, reason: 'who?' }));
  const { checks } = await ask<Readiness>(office, '/readiness');
  expect(checks[0]).toMatchObject({
    name: 'records',
    verdict: 'red',
    says: expect.stringContaining('green') as string,
  });
});

test('a team’s row says up to when it was measured, whatever was voided since', async () => {
  const office = new Office();
  const ok = aRound({ fast: 60 });
  office.rounds = someRounds({ blue: [ok, ok, ok], red: [ok, aRound({ expected: 60 })] });
  office.log = someLog(anEntry('voided', 170, { from: 2, to: 2, team: 'blue', reason: 'ill' }));
  office.now = at(200);
  const { teams } = await ask<OrganizerView>(office, '');
  expect(Object.fromEntries(teams.map(({ id, measuredSeconds }) => [id, measuredSeconds]))).toEqual({
    blue: 180,
    red: 60,
  });
});

test('factors of traffic are told for all and for each team', async () => {
  const office = new Office();
  office.log = someLog(anEntry('traffic', 10, { factor: 2 }), anEntry('traffic', 20, { factor: 3, team: 'red' }));
  const view = await ask<OrganizerView>(office, '');
  expect(view.traffic).toMatchObject({ factor: 2, stepsPerSecond: 2 });
  expect(view.teams.map(({ id, trafficFactor }) => [id, trafficFactor]).sort()).toEqual([
    ['blue', 1],
    ['red', 3],
  ]);
});

test('a start that is asked for and has not come is told, and can be called off and asked for again', async () => {
  const office = new Office();
  office.log = [];
  const cookie = await office.organizer();
  const post = async (path: string, body: unknown) =>
    (await office.call('POST', `/api/organizer/${path}`, { cookie, body })).status;
  expect(await post('steering', { type: 'started' })).toBe(200);
  const { comes } = await ask<OrganizerView>(office, '');
  expect(comes).toMatchObject({ type: 'started', at: new Date(at(120)).toISOString() });
  expect(await post('retractions', { entry: comes?.id, reason: 'not yet' })).toBe(200);
  expect((await ask<OrganizerView>(office, '')).comes).toBeNull();
  expect(await post('steering', { type: 'started' })).toBe(200);
  expect((await ask<OrganizerView>(office, '')).comes).not.toBeNull();
  office.now = at(150);
  office.realNow += 1000;
  expect((await ask<OrganizerView>(office, '')).clock.phase).toBe('running');
});

test('the start of a day that runs is not taken back, and the reason is told', async () => {
  const office = new Office();
  const [start] = office.log;
  const cookie = await office.organizer();
  const body = { entry: start?.id, reason: 'by accident' };
  const answer = await office.call('POST', '/api/organizer/retractions', { cookie, body });
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('void rounds instead') as string]);
  expect(office.log).toHaveLength(1);
});

test('incidents of all teams are told with what was said and what was done to them, the newest first', async () => {
  const office = new Office();
  const [ok, bad] = [aRound({ fast: 60 }), aRound({ failed: 60 })];
  office.rounds = someRounds({ blue: [ok, bad, ok, ok, ok], red: [ok, ok, ok, bad, bad] });
  office.log = someLog(
    anEntry('experiment-started', 60, { run: 'a', experiment: 'stop', team: 'blue' }),
    declared('blue', 90),
    anEntry('incident-updated', 100, { team: 'blue', text: 'inside', audience: 'internal' }, { by: 'team:blue' }),
  );
  office.now = at(310);
  const { incidents, falseAlarms } = await ask<IncidentsView>(office, '/incidents');
  expect(incidents).toMatchObject([
    { team: 'red', startSeconds: 180, endSeconds: null, declaredAtSeconds: null, messages: [] },
    {
      team: 'blue',
      startSeconds: 60,
      endSeconds: 120,
      secondsToDetect: 30,
      suspects: [{ run: 'a', role: 'cause' }],
      messages: [
        { kind: 'declared', text: 'customers cannot book' },
        { kind: 'updated', audience: 'internal' },
      ],
    },
  ]);
  expect(falseAlarms).toEqual([]);
});

test('the log tells each entry’s event time, also across a pause', async () => {
  const office = new Office();
  office.log = someLog(
    anEntry('paused', 60, {}),
    anEntry('resumed', 120, {}),
    anEntry('announced', 150, { text: 'on we go' }),
  );
  office.now = at(200);
  const { entries } = await ask<OrganizerLog>(office, '/log');
  expect(entries.map(({ type, atSeconds }) => [type, atSeconds])).toEqual([
    ['started', 0],
    ['paused', 60],
    ['resumed', 60],
    ['announced', 90],
  ]);
});
