import type { ExperimentsView } from '../../lib/api/views/experiments-view';
import type { LogEntry } from '../../lib/core/records/records';
import { anEntry, anEvent, at, someLog } from '../support/builders';
import { Office } from './call';

const event = anEvent({ experiments: [{ experiment: 'stop', atSeconds: 300 }] });

async function anOffice(...entries: readonly LogEntry[]) {
  const office = new Office({ event });
  office.log = someLog(...entries);
  const cookie = await office.organizer();
  const send = async (path: string, body: unknown) => {
    const answer = await office.call('POST', `/api/organizer/${path}`, { cookie, body });
    return { status: answer.status, content: (await answer.json()) as { detail?: string; written?: { id: string }[] } };
  };
  const view = async () =>
    (await (await office.call('GET', '/api/organizer/experiments', { cookie })).json()) as ExperimentsView;
  return { office, send, view };
}

const started = (run: string, seconds: number, team = 'blue'): LogEntry =>
  anEntry('experiment-started', seconds, { run, experiment: 'stop', team });

test('an experiment without teams is ordered for all of them, each with a run of its own', async () => {
  const { office, send, view } = await anOffice();
  const { status } = await send('experiments', { experiment: 'stop' });
  expect(status).toBe(200);
  const orders = office.log.slice(1);
  expect(orders).toMatchObject([
    { type: 'experiment-ordered', team: 'blue', seconds: 600, by: 'organizer' },
    { type: 'experiment-ordered', team: 'red', seconds: 600 },
  ]);
  const runs = (await view()).runs.filter(({ planned }) => !planned);
  expect(runs).toMatchObject([
    { state: 'ordered', team: 'blue', dueSeconds: 60, forSeconds: 600 },
    { state: 'ordered', team: 'red' },
  ]);
});

test.each<[string, LogEntry[], object, number]>([
  ['an experiment that is not the scenario’s', [], { experiment: 'earthquake' }, 404],
  ['a team that is not the event’s', [], { experiment: 'stop', teams: ['blue', 'green'] }, 404],
  ['while the event is paused', [anEntry('paused', 30, {})], { experiment: 'stop' }, 409],
  ['after it was closed', [anEntry('closed', 30, {})], { experiment: 'stop' }, 409],
  ['nobody', [], { experiment: 'stop', teams: [] }, 400],
  ['no time', [], { experiment: 'stop', seconds: 0 }, 400],
  ['longer than AWS lets one last', [], { experiment: 'stop', seconds: 43_201 }, 400],
])('%s: nothing is ordered', async (_what, entries, body, status) => {
  const { office, send } = await anOffice(...entries);
  expect((await send('experiments', body)).status).toBe(status);
  expect(office.log).toHaveLength(1 + entries.length);
});

test('of several runs those that are over by now are left out, and one that never was stops nothing', async () => {
  const over = anEntry('experiment-ended', 40, { run: 'a', outcome: 'completed', reason: '' });
  const { office, send } = await anOffice(started('a', 20), over, started('b', 30));
  expect((await send('stops', { runs: ['a', 'nobody'] })).status).toBe(404);
  expect((await send('stops', { runs: ['a'] })).status).toBe(409);
  expect(office.log).toHaveLength(4);
  expect((await send('stops', { runs: ['a', 'b', 'b', 'stop-0-red'] })).status).toBe(200);
  expect(office.log.slice(4)).toMatchObject([
    { type: 'stop-ordered', run: 'b' },
    { type: 'stop-ordered', run: 'stop-0-red' },
  ]);
});

test('the view tells what is planned, runs, is to be stopped, was refused and is over', async () => {
  const { office, view } = await anOffice(
    started('a', 10),
    anEntry('experiment-ended', 20, { run: 'a', outcome: 'completed', reason: 'its time was up' }),
    started('b', 30),
    anEntry('experiment-refused', 35, { run: 'c', experiment: 'stop', team: 'red', reason: 'no instance is left' }),
    anEntry('stop-ordered', 40, { run: 'stop-0-red' }),
  );
  const states = async () => (await view()).runs.map(({ run, state, stopOrdered }) => [run, state, stopOrdered]);
  expect(await states()).toEqual([
    ['c', 'refused', false],
    ['a', 'ended', false],
    ['b', 'running', false],
    ['stop-0-blue', 'planned', false],
    ['stop-0-red', 'planned', true],
  ]);
  office.log.push(anEntry('stop-ordered', 50, {}));
  expect((await states()).filter(([, , stopOrdered]) => stopOrdered)).toEqual([
    ['b', 'running', true],
    ['stop-0-red', 'planned', true],
  ]);
  const { runs, experiments } = await view();
  expect(runs.find(({ run }) => run === 'a')).toMatchObject({
    outcome: 'completed',
    startedAtSeconds: 10,
    endedAtSeconds: 20,
  });
  expect(runs.find(({ run }) => run === 'c')).toMatchObject({ reason: 'no instance is left', effect: 'none' });
  expect(experiments).toMatchObject([{ id: 'stop', fault: 'instance-stop', announcement: 'silent' }]);
});

test('what is planned can be called off before the event has begun', async () => {
  const { office, send } = await anOffice();
  office.log = [];
  office.now = at(-100);
  expect((await send('stops', { runs: ['stop-0-blue'] })).status).toBe(200);
});
