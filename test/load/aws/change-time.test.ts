import { tasksFor } from '../../../lib/core/load-tasks';
import { calendarPlan, windowMs } from '../../../load/aws/calendar-plan';
import { k6ShiftLeadMs } from '../../../load/aws/k6-for-shift';
import { LOG_MS } from '../../../load/aws/load-task';
import { nextChange } from '../../../load/aws/next-order';
import { orderFrom, teamsOfTask } from '../../../load/aws/wanted-load';
import type { LogEntry, LogEntryOf } from '../../../lib/core/records/records';
import { anEntry, anEvent, at, someLog } from '../../support/builders';

const STEPS = 5;
/** The log that is read may be as old as the time between two readings, and the reading takes a while. */
const UNTIL_READ_MS = LOG_MS + 300;

/** Fifty teams, of which one task has as many as a task ever has. */
const aDay = (stepsPerSecond: number) => {
  const teams = Array.from({ length: 50 }, (_, i) => ({ id: `t${i}`, name: `T${i}`, account: `${111111111100 + i}` }));
  return anEvent({ teams, durationSeconds: 3600, traffic: [{ atSeconds: 0, stepsPerSecond }] });
};

/** The longest from an entry until its window begins, over all instants of a window at which it may be written, ms. */
function longestMs(stepsPerSecond: number, changes: (secondsIn: number) => LogEntry): number {
  const event = aDay(stepsPerSecond);
  const mine = teamsOfTask(event, 0, tasksFor(event.teams.length));
  const wanted = (log: readonly LogEntry[]) => ({
    event,
    plan: calendarPlan(event, log, STEPS)!,
    seed: 0,
    journeySteps: STEPS,
    everybody: mine.map(({ id }) => id),
    teams: mine.map(({ id, account }) => ({ id, account, url: 'http://a.example', signingKey: 'k' })),
  });
  const order = orderFrom(wanted(someLog()), Math.floor(at(0) / windowMs));
  const appointments = [{ order, untilWindow: order.untilWindow }];
  const waits = Array.from({ length: 20 }, (_, half) => {
    const entry = changes(600 + half / 2);
    const writtenMs = Date.parse(entry.at);
    const known = wanted(someLog(entry));
    const change = nextChange(appointments, known, writtenMs + UNTIL_READ_MS, k6ShiftLeadMs);
    return (change?.fromWindow ?? Infinity) * windowMs - writtenMs;
  });
  return Math.max(...waits);
}

test.each<[string, number, LogEntryOf<'traffic'>['factor'], string | undefined]>([
  ['of a trickle for everybody', 0.2, 50, undefined],
  ['of a trickle for one team', 0.2, 50, 't0'],
  ['to twice as much as a task is made for', 60, 2, undefined],
  ['to nearly nothing', 60, 0.1, undefined],
])(
  'with as many teams as a task has, a change %s is sent within 15 s, whenever it is written',
  (_what, rps, factor, team) => {
    const fields = { factor, ...(team !== undefined && { team }) };
    const longest = longestMs(rps, (seconds) => anEntry('traffic', seconds, fields));
    expect(longest).toBeLessThan(14_800);
    expect(longest).toBeGreaterThan(10_000);
  },
);
