import type { PlannedExperiment } from '../../../lib/core/event/event';
import { anEntry } from '../../support/builders';
import { aDay } from './a-day';

const both: PlannedExperiment = { experiment: 'stop', atSeconds: 600 };
const atBlue: PlannedExperiment = { ...both, teams: ['blue'] };

test('what is due begins at every team, and ends when its time is up', async () => {
  const day = aDay([both]);
  await day.step(599);
  expect(day.running()).toEqual([]);
  await day.step(600);
  expect(day.running()).toEqual(['stop-0-blue', 'stop-0-red']);
  await day.step(660);
  expect(day.states()).toEqual({ 'stop-0-blue': 'running', 'stop-0-red': 'running' });
  await day.step(721);
  expect(day.running()).toEqual([]);
  expect(day.states()).toEqual({ 'stop-0-blue': 'completed', 'stop-0-red': 'completed' });
});

test('what cannot be applied is written down with its reason, and is not tried again', async () => {
  const day = aDay([both]);
  day.red.refusal = { refused: 'no instance runs' };
  await day.step(600);
  day.red.refusal = undefined;
  await day.step(660);
  expect(day.running()).toEqual(['stop-0-blue']);
  expect(day.states()).toMatchObject({ 'stop-0-red': 'refused: no instance runs' });
});

test('an order for an experiment that the scenario does not have is refused', async () => {
  const order = anEntry('experiment-ordered', 10, { run: 'x', experiment: 'gone', team: 'blue', seconds: 60 });
  const day = aDay([], order);
  await day.step(20);
  expect(day.states()).toEqual({ x: 'refused: the scenario has no experiment "gone"' });
});

test('a team that cannot be reached is tried again, and keeps nobody waiting', async () => {
  const day = aDay([both]);
  day.blue.before = () => Promise.reject(new Error('connect ETIMEDOUT'));
  const failures = await day.step(600);
  expect(failures).toEqual([new Error('connect ETIMEDOUT')]);
  expect(day.running()).toEqual(['stop-0-red']);
  day.blue.before = () => undefined;
  expect(await day.step(660)).toEqual([]);
  expect(day.states()).toEqual({ 'stop-0-blue': 'running', 'stop-0-red': 'running' });
});

test('a run whose beginning was never finished in its time is cleaned up before it is refused', async () => {
  const day = aDay([atBlue]);
  day.blue.after = (call) => (call === 'start' ? Promise.reject(new Error('killed')) : undefined);
  await day.step(600);
  expect([day.running(), day.states()]).toEqual([['stop-0-blue'], {}]);
  await day.step(720);
  expect(day.running()).toEqual([]);
  expect(day.states()).toEqual({ 'stop-0-blue': 'refused: its time passed before it could begin' });
});

test('what could not be begun because a team lets nobody in stands in the records of the day, and is still cleaned up', async () => {
  const day = aDay([atBlue], anEntry('closed', 3000, {}));
  day.blue.before = () => Promise.reject(new Error('AccessDenied'));
  await day.step(600);
  await day.step(720);
  expect(day.states()).toEqual({});
  expect(await day.step(3001)).not.toEqual([]);
  expect(day.states()).toEqual({ 'stop-0-blue': 'refused: its time passed before it could begin' });
  day.blue.before = () => undefined;
  day.blue.running.add('stop-0-blue');
  await day.step(3060);
  expect(day.running()).toEqual([]);
});

test('two conductors at once begin a run once and end it once', async () => {
  const day = aDay([atBlue]);
  await Promise.all([day.step(600), day.step(600)]);
  await Promise.all([day.step(730), day.step(730)]);
  expect(day.states()).toEqual({ 'stop-0-blue': 'completed' });
  expect(day.entries.filter(({ type }) => type.startsWith('experiment-'))).toHaveLength(2);
});

test('a run that fails after its beginning is cleaned up and written down as failed', async () => {
  const day = aDay([atBlue]);
  await day.step(600);
  day.blue.failed.set('stop-0-blue', 'the target is gone');
  await day.step(660);
  expect(day.running()).toEqual([]);
  expect(day.states()).toEqual({ 'stop-0-blue': 'failed' });
});

test('a run of which nothing is left before its end is not taken for one that runs', async () => {
  const day = aDay([atBlue]);
  await day.step(600);
  day.blue.running.clear();
  await day.step(660);
  expect(day.states()).toEqual({ 'stop-0-blue': 'stopped' });
});

test('when the event is over, whatever is found at a team is removed', async () => {
  const day = aDay([], anEntry('closed', 900, {}));
  day.red.running.add('nobody-knows');
  await day.step(890);
  expect(day.running()).toEqual(['nobody-knows']);
  await day.step(901);
  expect(day.running()).toEqual([]);
});

test('the room is told once', async () => {
  const day = aDay([{ experiment: 'told', atSeconds: 600 }]);
  for (const seconds of [600, 601, 602]) await day.step(seconds);
  expect(day.entries.flatMap((entry) => (entry.type === 'announced' ? [entry.text] : []))).toEqual([
    'It is the network.',
  ]);
});
