import type { GameDayEvent } from '../../../lib/core/event/event';
import type { LogEntry } from '../../../lib/core/records/records';
import { dayOf } from '../../../lib/core/time/day';
import { steeringEntry, type Steering } from '../../../lib/core/time/steering';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const event: GameDayEvent = anEvent();
const decide = (log: readonly LogEntry[], change: Steering, seconds: number) =>
  steeringEntry(event, log, change, { now: at(seconds), newId: 'new' });

test.each([
  ['a start takes the next whole minute', 1, 60],
  ['a start on a whole minute takes the next, so that the load program has notice', 0, 60],
  ['a start fifteen seconds before a minute takes it', 45, 60],
  ['a start sooner before a minute takes the one after it', 45.001, 120],
])('%s', (_rule, now, then) => {
  expect(decide([], { type: 'started' }, now)).toMatchObject({
    ok: true,
    entry: { at: new Date(at(then)).toISOString() },
  });
});

test('asked twice within a minute, it is the same entry', () => {
  expect(decide([], { type: 'started' }, 1)).toEqual(decide([], { type: 'started' }, 40));
});

test('whoever sends the traffic may be ready sooner than at a whole minute', () => {
  const moment = { now: at(1), newId: 'new', beginsAt: (now: number) => now + 1500 };
  expect(steeringEntry(event, [], { type: 'started' }, moment)).toMatchObject({
    entry: { at: new Date(at(2.5)).toISOString() },
  });
});

test('what is announced or set twice in one instant is two facts', () => {
  const [first, second] = ['a', 'b'].map((newId) =>
    steeringEntry(event, someLog(), { type: 'announced', text: 'lunch' }, { now: at(30), newId }),
  );
  if (first?.ok !== true || second?.ok !== true) throw new Error('refused');
  expect(dayOf(event, someLog(first.entry, second.entry), at(60)).entries).toHaveLength(3);
});

test('a start that was called off can be asked for again, at the same instant too', () => {
  const first = decide([], { type: 'started' }, 1);
  if (!first.ok) throw new Error('refused');
  const log = [first.entry, anEntry('retracted', 60, { entry: first.entry.id, reason: 'not yet' })];
  const again = decide(log, { type: 'started' }, 3);
  if (!again.ok) throw new Error('refused');
  expect(dayOf(event, [...log, again.entry], at(90))).toMatchObject({ phase: 'running', eventSeconds: 30 });
});

test('a pause and a close hold at once', () => {
  expect(decide(someLog(), { type: 'paused' }, 90.5)).toMatchObject({
    entry: { at: new Date(at(90.5)).toISOString() },
  });
  expect(decide([], { type: 'closed' }, 5)).toMatchObject({ ok: true });
});

test.each<[string, LogEntry[], Steering, number, string]>([
  ['a second start', someLog(), { type: 'started' }, 30, 'started already'],
  ['a pause before the start', [], { type: 'paused' }, 30, 'it is waiting'],
  ['a pause of what is paused', someLog(anEntry('paused', 20, {})), { type: 'paused' }, 30, 'it is paused'],
  ['a pause before a start that is to come', someLog(), { type: 'paused' }, -30, 'pause it after that'],
  ['a resumption of what runs', someLog(), { type: 'resumed' }, 30, 'it is running'],
  ['an extension by half a round', someLog(), { type: 'extended', seconds: 90 }, 30, 'a whole one'],
  ['an extension when the event has ended', someLog(), { type: 'extended', seconds: 60 }, 600, 'ended already'],
  [
    'an extension for all when one team plays on',
    someLog(anEntry('extended', 30, { seconds: 120, team: 'blue' })),
    { type: 'extended', seconds: 60 },
    630,
    'ended already',
  ],
  [
    'extra time for a team whose time is up while another plays on',
    someLog(anEntry('extended', 30, { seconds: 120, team: 'blue' })),
    { type: 'extended', seconds: 60, team: 'red' },
    630,
    'ended already',
  ],
  ['extra time for a team that does not play', someLog(), { type: 'extended', seconds: 60, team: 'green' }, 30, 'blue'],
  ['a second freeze', someLog(anEntry('frozen', 20, {})), { type: 'frozen' }, 30, 'frozen already'],
  ['a reveal of what is not frozen', someLog(), { type: 'revealed' }, 30, 'not frozen'],
  [
    'a second reveal',
    someLog(anEntry('frozen', 20, {}), anEntry('revealed', 25, {})),
    { type: 'revealed' },
    30,
    'revealed already',
  ],
  ['traffic for a team that does not play', someLog(), { type: 'traffic', factor: 2, team: 'green' }, 30, 'blue, red'],
  ['anything after the close', someLog(anEntry('closed', 20, {})), { type: 'resumed' }, 30, 'closed'],
])('%s is refused, and says why', (_what, log, change, seconds, reason) => {
  expect(decide(log, change, seconds)).toEqual({ ok: false, reason: expect.stringContaining(reason) as string });
});

test('the standings can be revealed after the close', () => {
  const log = someLog(anEntry('frozen', 20, {}), anEntry('closed', 25, {}));
  expect(decide(log, { type: 'revealed' }, 30)).toMatchObject({ ok: true, entry: { type: 'revealed' } });
});

test('a team that plays on can be given more', () => {
  const log = someLog(anEntry('extended', 30, { seconds: 120, team: 'blue' }));
  expect(decide(log, { type: 'extended', seconds: 60, team: 'blue' }, 630)).toMatchObject({
    ok: true,
    entry: { type: 'extended', seconds: 60, team: 'blue' },
  });
});

test('a change of traffic says how much and for whom', () => {
  expect(decide(someLog(), { type: 'traffic', factor: 0, team: 'blue' }, 30)).toMatchObject({
    ok: true,
    entry: { type: 'traffic', factor: 0, team: 'blue', by: 'organizer' },
  });
});
