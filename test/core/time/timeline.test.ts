import { dayOf, teamDay } from '../../../lib/core/time/day';
import type { LogEntry } from '../../../lib/core/records/records';
import { endsSecondsOf, instantOf, isDuring, secondsAt } from '../../../lib/core/time/timeline';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const event = anEvent();
const timeline = (...log: LogEntry[]) => dayOf(event, log, at(10_000)).timeline;
const pause = (seconds: number) => anEntry('paused', seconds, {});
const resume = (seconds: number) => anEntry('resumed', seconds, {});

test.each<[string, LogEntry[], number, number]>([
  ['event time is 0 before the start', [], 100, 0],
  ['event time starts at the first "started"', [anEntry('started', 30, {}), anEntry('started', 50, {})], 100, 70],
  ['event time stands still while paused', someLog(pause(60)), 100, 60],
  ['event time goes on from where it stood', someLog(pause(60), resume(90)), 100, 70],
  ['repeated pauses and resumptions count for nothing', someLog(pause(60), pause(70), resume(80), resume(90)), 100, 80],
  ['a pause before the start counts for nothing', [pause(10), resume(20), anEntry('started', 30, {})], 100, 70],
])('%s', (_rule, log, calendarSeconds, eventSeconds) => {
  expect(secondsAt(timeline(...log), at(calendarSeconds))).toBe(eventSeconds);
});

test('an instant of event time in a pause is the one at which the pause began', () => {
  const paused = timeline(...someLog(pause(60), resume(90)));
  expect([59, 60, 61].map((seconds) => instantOf(paused, seconds))).toEqual([at(59), at(60), at(91)]);
});

test('what a pause keeps from being reached has no instant', () => {
  expect(instantOf(timeline(...someLog(pause(60))), 61)).toBeUndefined();
});

test.each<[string, LogEntry[], number, string, number]>([
  ['a day waits for its start', [], 900, 'waiting', 0],
  ['a started day runs', someLog(), 599, 'running', 599],
  ['a paused day is paused', someLog(pause(60)), 900, 'paused', 60],
  ['a day ends after its duration', someLog(), 600, 'ended', 600],
  ['the clock stops at the end', someLog(), 900, 'ended', 600],
  ['an extension moves the end', someLog(anEntry('extended', 500, { seconds: 60 })), 630, 'running', 630],
  [
    'extra time of one team moves the end',
    someLog(anEntry('extended', 500, { seconds: 60, team: 'red' })),
    630,
    'running',
    630,
  ],
  [
    'a day ends with the last extra time',
    someLog(anEntry('extended', 500, { seconds: 60, team: 'red' })),
    700,
    'ended',
    660,
  ],
  ['closing ends a day early', someLog(anEntry('closed', 100, {})), 900, 'closed', 100],
  ['a closed day is not resumed', someLog(pause(50), anEntry('closed', 100, {}), resume(110)), 900, 'closed', 50],
])('%s', (_rule, log, now, phase, eventSeconds) => {
  expect(dayOf(event, log, at(now))).toMatchObject({ phase, eventSeconds });
});

const extra = (seconds: number, team?: string) =>
  anEntry('extended', 100, { seconds, ...(team === undefined ? {} : { team }) });

test.each<[string, LogEntry[], number, number]>([
  ['extra time is one team’s', [extra(120, 'blue')], 720, 600],
  ['it comes on top of everybody’s', [extra(60), extra(120, 'blue')], 780, 660],
  ['it adds up', [extra(60, 'blue'), extra(120, 'blue')], 780, 600],
  ['closing ends it for all', [extra(120, 'blue'), anEntry('closed', 300, {})], 300, 300],
])('%s', (_rule, entries, blue, red) => {
  const played = timeline(...someLog(...entries));
  expect([endsSecondsOf(played, 'blue'), endsSecondsOf(played, 'red')]).toEqual([blue, red]);
});

test('for a team without extra time the event has ended while it goes on for another', () => {
  const day = dayOf(event, someLog(extra(120, 'blue')), at(650));
  expect(teamDay(day, 'blue')).toEqual({ phase: 'running', eventSeconds: 650, endsSeconds: 720, endedAt: null });
  expect(teamDay(day, 'red')).toEqual({ phase: 'ended', eventSeconds: 600, endsSeconds: 600, endedAt: at(600) });
  expect(isDuring(day.timeline, at(650), 'blue')).toBe(true);
  expect(isDuring(day.timeline, at(650), 'red')).toBe(false);
});
