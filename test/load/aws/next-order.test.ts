import fc from 'fast-check';
import { instantOf, secondsAt } from '../../../lib/core/time/timeline';
import { dayOf } from '../../../lib/core/time/day';
import { plannedStepsBetween, trafficFactors } from '../../../lib/core/time/traffic';
import { calendarPlan, windowMs } from '../../../load/aws/calendar-plan';
import { nextChange, ownerOf, type Appointment } from '../../../load/aws/next-order';
import type { WantedLoad } from '../../../load/aws/wanted-load';
import type { GameDayEvent } from '../../../lib/core/event/event';
import type { LogEntry } from '../../../lib/core/records/records';
import { anyEvent, anyLog } from '../../support/arbitraries';
import { anEntry, anEvent, at, someLog, START } from '../../support/builders';

const STEPS = 5;
const first = Math.floor(START / windowMs);
const LATER = Number.MAX_SAFE_INTEGER;

const wantedOf = (event: GameDayEvent, log: readonly LogEntry[], url = 'http://a.example'): WantedLoad => ({
  event,
  plan: calendarPlan(event, log, STEPS)!,
  seed: 0,
  journeySteps: STEPS,
  everybody: event.teams.map(({ id }) => id),
  teams: event.teams.map(({ id, account }) => ({ id, account, url, signingKey: 'k' })),
});

/** Appointments as they are after each second of a day, of which only what was written by then is known. */
function playDay(event: GameDayEvent, log: readonly LogEntry[], seconds: number, leadMs: number): Appointment[] {
  let appointments: Appointment[] = [];
  for (let second = -30; second < seconds; second++) {
    const known = log.filter((entry) => Date.parse(entry.at) <= at(second));
    if (calendarPlan(event, known, STEPS) === undefined) continue;
    const change = nextChange(appointments, wantedOf(event, known), at(second), () => leadMs);
    if (change === undefined) continue;
    expect(change.fromWindow * windowMs).toBeGreaterThanOrEqual(at(second));
    appointments = appointments
      .filter(({ order }) => order.fromWindow < change.fromWindow)
      .map((each) => ({ ...each, untilWindow: Math.min(each.untilWindow, change.fromWindow) }));
    if (change.order !== undefined) {
      appointments.push({ order: change.order, untilWindow: change.order.untilWindow });
    }
  }
  return appointments;
}

const sentIn = (appointments: readonly Appointment[], team: string, window: number): number => {
  const order = ownerOf(appointments, window)?.order;
  const planned = order?.teams.find(({ id }) => id === team)?.journeysPerWindow ?? [];
  return planned[window - (order?.fromWindow ?? 0)] ?? 0;
};

test('whatever the log says, journeys are the plan on the calendar, and none begins while the event stands still', () => {
  fc.assert(
    fc.property(anyEvent, anyLog, (event, log) => {
      const plan = calendarPlan(event, log, STEPS);
      const { timeline, entries, endsSeconds } = dayOf(event, log, LATER);
      if (plan === undefined) return expect(timeline.runs).toHaveLength(0);
      for (const { id } of event.teams) {
        let begun = 0;
        for (let window = plan.fromWindow; window < plan.untilWindow; window++) begun += plan.journeys(id, window);
        const last = Math.min(secondsAt(timeline, plan.untilWindow * windowMs), endsSeconds);
        const planned = plannedStepsBetween(event, 0, last, trafficFactors(entries, timeline, id)) / STEPS;
        expect(begun).toBe(Math.floor(planned + 1e-6));
        expect(plan.journeys(id, plan.untilWindow)).toBe(0);
      }
    }),
    { numRuns: 50 },
  );
});

test('over any sequence of pauses and changes each window is sent by at most one engine, and settles on what was planned', () => {
  fc.assert(
    fc.property(anyEvent, anyLog, fc.constantFrom(500, 4000, 12_000), (event, log, leadMs) => {
      const appointments = playDay(event, log, 800, leadMs);
      const covering = (window: number) =>
        appointments.filter(({ order, untilWindow }) => order.fromWindow <= window && window < untilWindow).length;
      for (let window = first; window < first + 90; window++) expect(covering(window)).toBeLessThanOrEqual(1);
      const known = log.filter((entry) => Date.parse(entry.at) <= at(799));
      const plan = calendarPlan(event, known, STEPS);
      // What is to come after the last change that could be acted on is what is wanted.
      const settled = Math.ceil((at(800) + leadMs) / windowMs);
      for (let window = settled; window < settled + 3; window++) {
        for (const { id } of event.teams) {
          expect(sentIn(appointments, id, window)).toBe(plan?.journeys(id, window) ?? 0);
        }
      }
    }),
    { numRuns: 10 },
  );
});

const event = anEvent({ durationSeconds: 3600, traffic: [{ atSeconds: 0, stepsPerSecond: 5 }] });

test('an undisturbed event is one order from its start to its end', () => {
  const [only, ...others] = playDay(event, someLog(), 900, 3000);
  expect(others).toEqual([]);
  expect(only?.untilWindow).toBe(first + 360);
});

test('a start that is yet to come is prepared for, and begins on its window', () => {
  const log = [anEntry('started', 60, {})];
  const change = nextChange([], wantedOf(event, log), at(40), () => 3000);
  expect(change?.fromWindow).toBe(first + 6);
  expect(nextChange([], wantedOf(event, log), at(20), () => 3000)).toBeUndefined();
});

test.each([
  ['a traffic factor', anEntry('traffic', 100, { factor: 3 })],
  ['a factor of one team', anEntry('traffic', 100, { factor: 3, team: 'blue' })],
  ['a pause', anEntry('paused', 100, {})],
  ['the close', anEntry('closed', 100, {})],
])('%s holds from the first window that an engine can be ready for', (_what, entry) => {
  const known = playDay(event, someLog(), 100, 3000);
  const change = nextChange(known, wantedOf(event, [...someLog(), entry]), at(101), () => 3000);
  expect(change?.fromWindow).toBe(first + 11);
});

test('a changed address is a change, an extension is none until the end is near', () => {
  const known = playDay(event, someLog(), 100, 3000);
  expect(nextChange(known, wantedOf(event, someLog(), 'http://b.example'), at(101), () => 3000)?.fromWindow).toBe(
    first + 11,
  );
  const extended = wantedOf(event, someLog(anEntry('extended', 100, { seconds: 600 })));
  expect(nextChange(known, extended, at(101), () => 3000)).toBeUndefined();
  expect(nextChange(known, extended, at(3590), () => 3000)?.fromWindow).toBe(first + 360);
});

test('windows of the plan are those of the event, paused and resumed', () => {
  const log = someLog(anEntry('paused', 120, {}), anEntry('resumed', 300, {}));
  const plan = calendarPlan(event, log, STEPS)!;
  const { timeline } = dayOf(event, log, LATER);
  expect(plan.untilWindow * windowMs).toBe(instantOf(timeline, 3600));
  expect([11, 12, 29, 30].map((window) => plan.journeys('blue', first + window))).toEqual([10, 0, 0, 10]);
});
