import type { GameDayEvent } from '../../../lib/core/event/event';
import { playDay } from '../../../lib/core/game';
import type { BalancerMinute } from '../../../lib/core/measuring/balancer-minute';
import type { LogEntry, Measurement, RoundRecord } from '../../../lib/core/records/records';
import type { EnvironmentsView, ScorerNote } from '../../../lib/core/scorer/ports';
import { tick } from '../../../lib/core/scorer/tick';
import { dayOf } from '../../../lib/core/time/day';
import { anEnvironment, anInformedEvent } from '../../support/an-informed';
import { at, iso, someLog } from '../../support/builders';

const alarm = 'arn:aws:cloudwatch:eu-west-1:444444444444:alarm:orders';
const event: GameDayEvent = anInformedEvent({
  environments: [
    anEnvironment({
      kind: 'production',
      name: 'Shop',
      customers: { loadBalancers: ['arn:shop'], alarms: [] },
      guardrails: { stopOn: [{ alarm, below: 0.5 }] },
    }),
  ],
});

/** 600 customers a minute, of whom a third get an error in the second minute; nobody comes in the third. */
const minutes: readonly BalancerMinute[] = [0, 1].map((minute) => ({
  at: at(minute * 60),
  requests: 600,
  targetErrors: minute === 1 ? 200 : 0,
  balancerErrors: 0,
  rejected: 0,
  answers: 600,
  withinFast: 0.5,
  withinAcceptable: 1,
  p50Ms: 200,
  p95Ms: 900,
}));
const seen: EnvironmentsView = {
  readCustomers: (_environment, { from, to }) =>
    Promise.resolve(minutes.filter((minute) => minute.at >= from && minute.at < to)),
  readAlarmHistory: () => Promise.resolve([{ alarm, at: at(75), state: 'alarm' }]),
};

/** A scorer whose records are at hand; journeys are not sent, and looking into a team's account is a mistake. */
function aScorer(environments: EnvironmentsView) {
  const log: LogEntry[] = someLog();
  const rounds = new Map<number, { round: number; startsAt: string; teams: Record<string, Measurement> }>();
  const notes: ScorerNote[] = [];
  const nobody = () => Promise.reject(new Error('heroes have no account'));
  const noWindows = { between: () => Promise.resolve([]) };
  const step = tick(
    {
      log: { all: () => Promise.resolve([...log]), append: (entry) => Promise.resolve(void log.push(entry)) },
      environments,
      rounds: {
        all: () => Promise.resolve([...rounds.values()]),
        put: ({ round, startsAt, team, measurement }) => {
          const record = rounds.get(round) ?? { round, startsAt: iso(startsAt), teams: {} };
          rounds.set(round, { ...record, teams: { ...record.teams, [team]: measurement } });
          return Promise.resolve();
        },
      },
      windows: noWindows,
      archive: noWindows,
      accounts: { spend: nobody, balancerRequests: nobody },
      board: { publish: () => Promise.resolve() },
      health: { publish: () => Promise.resolve() },
      note: (note) => notes.push(note),
    },
    event,
  );
  return {
    log,
    notes,
    records: (): readonly RoundRecord[] => [...rounds.values()],
    tick: (seconds: number) => step(at(seconds)),
    verdicts: (seconds: number) =>
      playDay(event, [...rounds.values()], dayOf(event, log, at(seconds))).teams.map((team) =>
        team.rounds.map(({ verdict, planned, ratio }) => [verdict, planned, ratio]),
      ),
  };
}

test('rounds of all heroes are those of the customers, worth as many steps as customers came', async () => {
  const scorer = aScorer(seen);
  await scorer.tick(60 * 3 + 240);
  // Half fast, half acceptable: 0.75 a step. A third failed: (200 + 100 - 100) / 600. Nobody came: unchecked, and worth nothing.
  const heroes = [
    ['ok', 600, 0.75],
    ['degraded', 600, 1 / 3],
    ['unchecked', 0, expect.closeTo((0.75 + 1 / 3) / 2)],
  ];
  expect(scorer.verdicts(180)).toEqual(event.teams.map(() => heroes));
  expect(scorer.notes.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('a round is read when load balancers have told of it, four minutes after its end', async () => {
  const scorer = aScorer(seen);
  await scorer.tick(60 + 239);
  expect(scorer.records()).toEqual([]);
  await scorer.tick(60 + 240);
  expect(scorer.records().map(({ round }) => round)).toEqual([0]);
});

test('customers who could not be read are left for another time, and never blamed on heroes', async () => {
  const scorer = aScorer({ ...seen, readCustomers: () => Promise.reject(new Error('AccessDenied for the Shop')) });
  await expect(scorer.tick(300)).rejects.toThrow('AccessDenied for the Shop');
  expect(scorer.records()).toEqual([]);
});

test('alarms are written down once, at the instant at which they rang, by the scorer', async () => {
  const scorer = aScorer(seen);
  await scorer.tick(300);
  await scorer.tick(360);
  expect(scorer.log.filter(({ type }) => type === 'alarmed')).toMatchObject([
    { at: iso(at(75)), by: 'scorer', alarm, state: 'alarm', environment: 'test' },
  ]);
});
