import { mustEnd, permission } from '../../../lib/core/informed/guardrails';
import type { Attempt } from '../../../lib/core/informed/attempt';
import { guardrailNames } from '../../../lib/core/informed/attempt';
import { reachOf } from '../../../lib/core/informed/gate';
import { runsOf } from '../../../lib/core/experiments/runs';
import type { AllowedHours, Informed } from '../../../lib/core/informed/informed';
import type { LogEntry } from '../../../lib/core/records/records';
import {
  anEnvironment,
  anInformed,
  anInformedEvent,
  informedDay,
  readyForProduction,
  readyForTest,
  says,
} from '../../support/an-informed';
import { anEntry } from '../../support/builders';

const inTest: Attempt = {
  kickOff: 1,
  experiment: 'stop',
  environment: 'test',
  seconds: 600,
  by: 'organizer',
  reach: { hits: 1, of: 2 },
};
const inProduction: Attempt = { ...inTest, environment: 'production' };
const testDay = [...readyForTest, says.toldAt(), says.decided('test')];
const productionDay = [...readyForProduction, says.toldAt(), says.decided('production'), says.quiet()];
const bothAgree = [says.agreed('Master'), says.agreed('Watcher')];

const without = (log: readonly LogEntry[], ...types: readonly LogEntry['type'][]): readonly LogEntry[] =>
  log.filter(({ type }) => !types.includes(type));

function ask(attempt: Attempt, log: readonly LogEntry[], informed: Partial<Informed> = {}, seconds = 910) {
  return permission(informedDay(anInformedEvent(informed), seconds, ...log), attempt);
}

const withHours = (hours: AllowedHours): Partial<Informed> => ({
  environments: [anEnvironment({ guardrails: { hours } })],
});
// The events of these tests begin on a Thursday at 08:00 UTC, an hour later in Paris.
const mornings: AllowedHours = { days: ['thu'], fromMinutes: 540, toMinutes: 600, zone: 'Europe/Paris' };

test('what is reviewed and whose environment is opened may run in a test environment', () => {
  expect(ask(inTest, testDay)).toEqual({ allowed: true });
});

test('what is approved by the owner and agreed to by two persons may run in production', () => {
  expect(ask(inProduction, [...productionDay, ...bothAgree])).toEqual({ allowed: true });
});

const refusals: readonly [string, Attempt, readonly LogEntry[], Partial<Informed>?, number?][] = [
  ['kick-off', inTest, without(testDay, 'kicked-off')],
  ['kick-off', inTest, without(testDay, 'decided')],
  ['kick-off', inTest, [...without(testDay, 'decided'), says.decided('production')]],
  ['kick-off', { ...inTest, kickOff: 2 }, testDay],
  ['kick-off', { ...inTest, experiment: 'other' }, testDay],
  ['kick-off', inTest, [...testDay, anEntry('called-off', 905, { kickOff: 1, guardrail: 'hours', reason: '-' })]],
  ['kick-off', inTest, [...without(testDay, 'decided'), { ...says.decided('test'), by: 'person:Master' }]],
  ['who', { ...inTest, by: 'team:blue' }, testDay],
  ['who', { ...inTest, by: 'person:Somebody' }, testDay],
  ['environment', { ...inTest, environment: 'staging' }, testDay],
  ['event-runs', inTest, [...testDay, anEntry('paused', 905, {})]],
  ['event-runs', inTest, testDay, {}, 3600],
  ['owner-approval', inTest, without(testDay, 'approved')],
  ['owner-approval', inTest, [...without(testDay, 'approved'), says.opened('test', 'person:Master')]],
  ['owner-approval', inTest, [...without(testDay, 'approved'), says.opened('test', 'organizer')]],
  ['owner-approval', inTest, [...without(testDay, 'approved'), says.opened('production', 'person:Shop owner')]],
  ['owner-approval', inTest, [...testDay, anEntry('retracted', 0, { entry: says.opened().id, reason: '-' })]],
  [
    'owner-approval',
    inTest,
    [
      ...testDay,
      anEntry('retracted', 10, { entry: says.opened().id, reason: '-' }, { id: 'withdrawn', by: 'person:Test owner' }),
      anEntry('retracted', 20, { entry: 'withdrawn', reason: '-' }),
    ],
  ],
  ['life-cycle', inTest, without(testDay, 'drafted')],
  ['life-cycle', inTest, without(testDay, 'reviewed')],
  ['life-cycle', inTest, [...without(testDay, 'reviewed'), says.reviewed('person:Author')]],
  ['life-cycle', inTest, [...without(testDay, 'reviewed'), says.reviewed('person:Somebody')]],
  ['life-cycle', inProduction, [...without(productionDay, 'rehearsed'), ...bothAgree]],
  [
    'life-cycle',
    inProduction,
    [...without(productionDay, 'approved'), says.opened('production', 'person:Shop owner'), ...bothAgree],
  ],
  ['duration', { ...inTest, seconds: 601 }, testDay],
  ['duration', { ...inTest, seconds: 0 }, testDay],
  ['hours', inTest, testDay, withHours({ ...mornings, days: ['fri'] })],
  ['hours', inTest, testDay, withHours({ ...mornings, fromMinutes: 600, toMinutes: 700 })],
  ['hours', inTest, testDay, withHours({ ...mornings, toMinutes: 560 })],
  ['alarms', inProduction, [...without(productionDay, 'alarmed'), ...bothAgree]],
  [
    'alarms',
    inProduction,
    [...productionDay, anEntry('alarmed', 901, { alarm: 'orders', state: 'alarm' }, { by: 'scorer' }), ...bothAgree],
  ],
  [
    'alarms',
    inProduction,
    [
      ...productionDay,
      anEntry('alarmed', 901, { alarm: 'orders', state: 'insufficient-data' }, { by: 'scorer' }),
      ...bothAgree,
    ],
  ],
  ['two-persons', inProduction, productionDay],
  ['two-persons', inProduction, [...productionDay, says.agreed('Master'), says.agreed('Master', 906)]],
  ['two-persons', inProduction, [...productionDay, says.agreed('Master'), says.agreed('Somebody')]],
  [
    'two-persons',
    inProduction,
    [...productionDay, says.agreed('Master'), { ...says.agreed('Watcher'), by: 'organizer' }],
  ],
  ['two-persons', inProduction, [...productionDay, says.agreed('Master', 899), says.agreed('Watcher')]],
  ['targets', { ...inTest, reach: { hits: 2, of: 10 } }, testDay],
  ['targets', { ...inTest, reach: { hits: 1, of: 1 } }, testDay],
  ['targets', { ...inTest, reach: { hits: 0, of: 5 } }, testDay],
];

// A list in a list: Jest takes an optional parameter for its own.
test.each(refusals.map((refusal) => [refusal[0], refusal] as const))(
  '%s refuses what it is there for, and says why',
  (_name, refusal) => {
    const [guardrail, attempt, log, informed, seconds] = refusal;
    const answer = ask(attempt, log, informed, seconds);
    expect(answer).toMatchObject({ allowed: false, guardrail });
    expect(answer).toHaveProperty('reason', expect.stringMatching(/\S+ \S+/));
  },
);

test('only one experiment is under way at a time', () => {
  const event = anInformedEvent(
    {},
    {
      experiments: [
        { experiment: 'stop', atSeconds: 100 },
        { experiment: 'stop', atSeconds: 600 },
      ],
    },
  );
  const log = [
    ...testDay,
    anEntry('kicked-off', 600, { kickOff: 2, experiment: 'stop' }),
    anEntry('decided', 900, { kickOff: 2, environment: 'test', reason: '-' }),
    anEntry('experiment-started', 905, { run: 'kick-off-1-blue', experiment: 'stop', team: 'blue' }),
  ];
  const second = { ...inTest, kickOff: 2 };
  expect(permission(informedDay(event, 910, ...log), second)).toMatchObject({ guardrail: 'one-at-a-time' });
  const ended = anEntry('experiment-ended', 908, { run: 'kick-off-1-blue', outcome: 'completed', reason: '-' });
  expect(permission(informedDay(event, 910, ...log, ended), second)).toEqual({ allowed: true });
});

test('every guardrail has a refusal here', () => {
  const tested = new Set([...refusals.map(([guardrail]) => guardrail), 'one-at-a-time']);
  expect(guardrailNames.filter((name) => !tested.has(name))).toEqual([]);
});

test('an experiment lies within the allowed hours with its end, summer time and all', () => {
  expect(ask(inTest, testDay, withHours(mornings))).toEqual({ allowed: true });
  expect(ask({ ...inTest, seconds: 599 }, testDay, withHours({ ...mornings, toMinutes: 565 }))).toMatchObject({
    guardrail: 'hours',
  });
});

test('a change of the experiment makes every word about it void', () => {
  const day = informedDay(anInformedEvent(), 910, ...testDay);
  const changed = { ...day, cards: day.cards.map((card) => ({ ...card, durationSeconds: 599 })) };
  expect(permission(changed, inTest)).toMatchObject({
    guardrail: 'life-cycle',
    reason: expect.stringContaining('stop') as string,
  });
});

test('of a fault that hits one by lot one is counted, of any other all', () => {
  const three = ['a', 'b', 'c'].map((name) => ({ kind: 'instance', name }));
  expect(reachOf({ kind: 'instance-stop', tier: 'web' }, three, 6)).toEqual({ hits: 1, of: 6 });
  expect(reachOf({ kind: 'cpu-stress', tier: 'web', load: 1 }, three, 6)).toEqual({ hits: 3, of: 6 });
  expect(reachOf({ kind: 'cpu-stress', tier: 'web', load: 1 }, three, 0)).toEqual({ hits: 3, of: 3 });
});

describe('a running experiment', () => {
  const started = anEntry('experiment-started', 910, { run: 'kick-off-1-blue', experiment: 'stop', team: 'blue' });
  function look(seconds: number, log: readonly LogEntry[], informed: Partial<Informed> = {}) {
    const day = informedDay(anInformedEvent(informed), seconds, ...log);
    const run = runsOf(day.entries).get('kick-off-1-blue');
    if (run?.state !== 'running') throw new Error('nothing runs');
    return mustEnd(day, run);
  }
  const log = [...productionDay, ...bothAgree, started];

  test('goes on while nothing is against it', () => {
    expect(look(1000, log)).toBeUndefined();
  });

  const ends: readonly [string, string, number, readonly LogEntry[], Partial<Informed>?][] = [
    [
      'a customer-facing alarm',
      'alarms',
      1000,
      [...log, anEntry('alarmed', 990, { alarm: 'orders', state: 'alarm' }, { by: 'scorer' })],
    ],
    [
      'an alarm of production that nobody can read any more',
      'alarms',
      1000,
      [...log, anEntry('alarmed', 990, { alarm: 'orders', state: 'insufficient-data' }, { by: 'scorer' })],
    ],
    ['its longest duration', 'duration', 1510, log],
    ['its longest duration by the calendar, pauses and all', 'duration', 1510, [...log, anEntry('paused', 1000, {})]],
    ['the end of the allowed hours', 'hours', 1000, [...testDay, started], withHours({ ...mornings, toMinutes: 556 })],
    [
      'the owner who takes the approval back',
      'owner-approval',
      1000,
      [...log, anEntry('retracted', 990, { entry: says.approved().id, reason: '-' })],
    ],
    ['the want of a kick-off', 'kick-off', 1000, [started]],
  ];
  test.each(ends.map((end) => [end[0], end] as const))('is ended by %s', (_what, end) => {
    const [, guardrail, seconds, entries, informed] = end;
    expect(look(seconds, entries, informed)).toMatchObject({ guardrail });
  });

  test('is not ended by an alarm of another environment, nor by what a person says of one', () => {
    const other = anEntry('alarmed', 990, { alarm: 'another', state: 'alarm' }, { by: 'scorer' });
    const said = anEntry('alarmed', 990, { alarm: 'orders', state: 'alarm' }, { by: 'person:Somebody' });
    expect(look(1000, [...log, other, said], anInformed())).toBeUndefined();
  });
});
