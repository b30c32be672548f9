import { conduct } from '../../../lib/core/experiments/conductor';
import { runsOf } from '../../../lib/core/experiments/runs';
import type { AlarmState } from '../../../lib/core/informed/alarms';
import { takeStep } from '../../../lib/core/informed/take-step';
import { sharedExecutor } from '../../../lib/core/informed/shared-executor';
import type { LogEntry } from '../../../lib/core/records/records';
import { dayOf } from '../../../lib/core/time/day';
import { anInformedEvent, readyForProduction, says, theCard } from '../../support/an-informed';
import { anEntry, at, someLog } from '../../support/builders';
import { FakeAccount } from '../../support/fake-account';

/** The desk of a deployed event, with production in one account and an alarm that is turned by hand. */
function aDeployedDay() {
  const event = anInformedEvent();
  const production = new FakeAccount();
  const entries: LogEntry[] = someLog(...readyForProduction);
  const alarm: { state: AlarmState | 'unreadable' } = { state: 'ok' };
  const listed = { count: 4 };
  let now = at(0);
  const place = { executorOf: () => Promise.resolve(production), everywhere: [production] };
  const ports = {
    now: () => now,
    log: () => Promise.resolve([...entries]),
    append: (entry: LogEntry) => {
      if (!entries.some(({ id }) => id === entry.id)) entries.push(entry);
      return Promise.resolve();
    },
    readAlarms: () =>
      alarm.state === 'unreadable'
        ? Promise.reject(new Error('AccessDenied'))
        : Promise.resolve(new Map([['orders', alarm.state]])),
    executorOf: (team: string) => sharedExecutor(team, place),
    populationOf: () => Promise.resolve(listed.count),
    note: () => undefined,
  };
  const vote = anEntry('vote', 700, { experiment: 'stop', environment: 'production', voter: 'x' }, { by: 'team:blue' });
  return {
    production,
    alarm,
    /** What the owner listed. */
    listed,
    entries,
    /** Looks, as the command does every few seconds. */
    async step(seconds: number, ...more: readonly LogEntry[]): Promise<void> {
      now = at(seconds);
      entries.push(...more);
      await takeStep(ports, event, [theCard], () => undefined);
      await conduct(ports, event, [theCard]);
    },
    async untilItRuns(): Promise<void> {
      await this.step(600);
      await this.step(900, vote);
      await this.step(910, says.agreed('Master', 901), says.agreed('Watcher', 902));
    },
    states: () =>
      [...runsOf(dayOf(event, entries, Infinity).entries).values()].map((run) =>
        run.state === 'ended' ? run.outcome : run.state,
      ),
  };
}

test('one fault is begun for all teams, and ended by an alarm on what customers feel', async () => {
  const day = aDeployedDay();
  await day.untilItRuns();
  expect([[...day.production.running], day.states()]).toEqual([['kick-off-1'], ['running', 'running']]);
  day.alarm.state = 'alarm';
  await day.step(960);
  expect([[...day.production.running], day.states()]).toEqual([[], ['stopped', 'stopped']]);
});

test('alarms are written down when they change, and not otherwise', async () => {
  const day = aDeployedDay();
  for (const seconds of [0, 5, 10]) await day.step(seconds);
  day.alarm.state = 'insufficient-data';
  await day.step(15);
  const alarmed = day.entries.flatMap((entry) => (entry.type === 'alarmed' ? [entry.state] : []));
  expect(alarmed).toEqual(['ok', 'insufficient-data']);
});

test('nothing begins in production while its alarm cannot be read', async () => {
  const day = aDeployedDay();
  day.alarm.state = 'unreadable';
  await day.untilItRuns();
  expect([...day.production.running]).toEqual([]);
  expect(day.entries.find(({ type }) => type === 'called-off')).toMatchObject({ guardrail: 'alarms' });
});

test('what would hit a greater share than the owner allows is refused before anything is hit', async () => {
  const day = aDeployedDay();
  day.listed.count = 1;
  await day.untilItRuns();
  expect([[...day.production.running], day.states()]).toEqual([[], ['refused', 'refused']]);
});
