import { dayOf } from '../../../lib/core/time/day';
import { decideRetraction } from '../../../lib/core/time/retraction';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, anEvent, at, iso, someLog } from '../../support/builders';

const event = anEvent();
const take = (log: readonly LogEntry[], id: string, seconds: number) => decideRetraction(event, log, id, at(seconds));
const named = (entry: LogEntry): LogEntry => ({ ...entry, id: entry.type });
const run = { run: 'stop-0-blue', experiment: 'stop', team: 'blue' };

test.each<[string, LogEntry[], string]>([
  ['a start', [named(anEntry('started', 0, {}))], 'started'],
  ['a pause that goes on', someLog(named(anEntry('paused', 60, {}))), 'paused'],
  ['a resumption', someLog(anEntry('paused', 60, {}), named(anEntry('resumed', 80, {}))), 'resumed'],
  ['a close', someLog(named(anEntry('closed', 60, {}))), 'closed'],
  [
    'what took a pause back',
    someLog(
      named(anEntry('paused', 60, {})),
      anEntry('resumed', 70, {}, { id: 'r' }),
      named(anEntry('retracted', 80, { entry: 'r', reason: '' })),
    ),
    'retracted',
  ],
])('%s stays: rounds were measured by the clock that it set', (_what, log, id) => {
  expect(take(log, id, 100)).toEqual({ ok: false, reason: expect.stringContaining('void rounds instead') as string });
});

test.each<[string, LogEntry, RegExp]>([
  ['an experiment that began', anEntry('experiment-started', 30, run, { id: 'it' }), /happened at a team/],
  [
    'an experiment that ended',
    anEntry('experiment-ended', 30, { run: run.run, outcome: 'completed', reason: '' }, { id: 'it' }),
    /happened at a team/,
  ],
  ['a refusal', anEntry('experiment-refused', 30, { ...run, reason: '' }, { id: 'it' }), /happened at a team/],
  ['a repair', anEntry('repaired', 30, { team: 'blue', weakness: 'one-instance' }, { id: 'it' }), /happened at a team/],
  ['an order', anEntry('experiment-ordered', 30, { ...run, seconds: 60 }, { id: 'it' }), /stopped instead/],
  ['a stop', anEntry('stop-ordered', 30, {}, { id: 'it' }), /does not go on/],
])('%s is not taken back', (_what, entry, reason) => {
  expect(take(someLog(entry), 'it', 100)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string });
});

test.each<[string, LogEntry]>([
  ['an announcement', anEntry('announced', 30, { text: 'lunch' }, { id: 'it' })],
  ['an adjustment', anEntry('adjusted', 30, { team: 'blue', points: 5, reason: 'fair' }, { id: 'it' })],
  ['a freeze', anEntry('frozen', 30, {}, { id: 'it' })],
  ['an extension that is not used yet', anEntry('extended', 30, { seconds: 60 }, { id: 'it' })],
  ['a pause that counts for nothing', anEntry('paused', -30, {}, { id: 'it' })],
])('%s is taken back now, once', (_what, entry) => {
  const log = someLog(entry);
  expect(take(log, 'it', 100)).toEqual({ ok: true, at: at(100) });
  const taken = [...log, anEntry('retracted', 90, { entry: 'it', reason: '' })];
  expect(take(taken, 'it', 100)).toEqual({ ok: false, reason: expect.stringContaining('already') as string });
});

test('an extension in which rounds were played stays', () => {
  const log = someLog(anEntry('extended', 30, { seconds: 120 }, { id: 'it' }));
  expect(take(log, 'it', 599).ok).toBe(true);
  expect(take(log, 'it', 660).ok).toBe(false);
  const own = (team: string, id: string) => anEntry('extended', 30, { seconds: 120, team }, { id });
  expect(take(someLog(own('blue', 'it'), own('red', 'other')), 'it', 599).ok).toBe(true);
  expect(take(someLog(own('blue', 'it'), own('red', 'other')), 'it', 660).ok).toBe(false);
});

test('a start that has yet to come is called off at its own instant, and then there is none', () => {
  const start = anEntry('started', 120, {}, { id: 'started' });
  const decision = take([start], 'started', 60);
  expect(decision).toEqual({ ok: true, at: at(120) });
  const log = [start, { ...anEntry('retracted', 0, { entry: 'started', reason: '' }), at: iso(at(120)) }];
  expect(dayOf(event, log, at(300)).phase).toBe('waiting');
});

test('what is not in the log cannot be taken back', () => {
  expect(take(someLog(), 'nothing', 60).ok).toBe(false);
});
