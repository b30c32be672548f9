import { dayOf } from '../../lib/core/time/day';
import type { LogEntry } from '../../lib/core/records/records';
import { RehearsalClock } from '../../lib/rehearsal/clock';
import { anEntry, anEvent, at, someLog } from '../support/builders';

const event = anEvent();
const REAL = 1_000_000;

/** A clock at sixty times real time, whose calendar is at the event's planned start at REAL. */
function aClock(log: readonly LogEntry[], { speed = 60, knownUntil = -Infinity } = {}): RehearsalClock {
  const clock = new RehearsalClock({ timeline: dayOf(event, log, Infinity).timeline }, speed, at(0), knownUntil);
  clock.set(at(0), REAL);
  return clock;
}
const paused = [anEntry('paused', 120, {}), anEntry('resumed', 130, {})];

test.each<[string, LogEntry[], number, number, number]>([
  ['before the start the calendar goes with the real clock', [], 5, 5, 0],
  ['once started it goes as fast as event time', [anEntry('started', 5, {})], 6, 65, 60],
  ['it runs into a pause', someLog(...paused), 2, 120, 120],
  ['in a pause it goes with the real clock, and event time stands still', someLog(...paused), 9, 127, 120],
  ['and goes on as fast as event time when it is over', someLog(...paused), 13, 190, 180],
  ['a pause without end lasts', someLog(anEntry('paused', 120, {})), 102, 220, 120],
  ['a closed event does not go on', someLog(anEntry('closed', 120, {})), 12, 130, 120],
])('%s', (_rule, log, realSeconds, calendarSeconds, eventSeconds) => {
  const clock = aClock(log);
  const now = REAL + realSeconds * 1000;
  expect(clock.now(now)).toBe(at(calendarSeconds));
  expect(clock.seconds(now)).toBe(eventSeconds);
  expect(clock.realMs(at(calendarSeconds))).toBe(now);
});

test('until it is set to go, the calendar stands', () => {
  expect(aClock(someLog()).now(REAL - 5000)).toBe(at(0));
});

test('what has passed of a pause is not waited for again when a rehearsal goes on', () => {
  const knownUntil = at(500);
  const over = aClock(someLog(anEntry('paused', 120, {}), anEntry('resumed', 480, {})), { knownUntil });
  expect(over.seconds(REAL + 3000)).toBe(180);
  const still = aClock(someLog(anEntry('paused', 120, {})), { knownUntil });
  expect([still.now(REAL + 2000), still.now(REAL + 3000)]).toEqual([at(500), at(501)]);
  expect(still.seconds(REAL + 3000)).toBe(120);
});

test('at full speed event time is where it was played to, and pauses go with the real clock', () => {
  const clock = aClock(someLog(anEntry('paused', 120, {})), { speed: 0 });
  clock.set(at(60), REAL);
  expect(clock.now(REAL + 9000)).toBe(at(60));
  clock.set(at(120), REAL);
  expect(clock.now(REAL + 9000)).toBe(at(129));
});

test('the next run is known before it comes, and from when it moves', () => {
  const clock = aClock(someLog(...paused));
  const run = clock.run(REAL + 5000);
  expect(run).toMatchObject({ fromMs: 120_000, startsAt: at(130) });
  expect(clock.movesFromMs(run!)).toBe(REAL + 12_000);
  expect(aClock([]).run(REAL)).toBeUndefined();
});
