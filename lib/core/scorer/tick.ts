import { canonicalJson } from '../canonical';
import type { GameDayEvent, Instant } from '../event/event';
import { alarmEntries } from '../measuring/alarm-history';
import { customerRound } from '../measuring/customer-round';
import { readCustomerRounds, type CustomerRounds } from '../measuring/customer-rounds';
import type { LogEntry, Measurement, RoundRecord } from '../records/records';
import { dayOf, type Day } from '../time/day';
import { trafficFactors } from '../time/traffic';
import { snapshotOf } from '../view/snapshot';
import { dueRounds, endedRounds, type EndedRound } from './due-rounds';
import { healthOf } from './health';
import { inTurns } from './in-turns';
import { balancerFlags, isFresh, lookAtAccounts, reasonOf, type Accounts } from './look-at-accounts';
import { measured } from './measure';
import { mergedMeasurement, unreadableFlag } from './merge';
import type { ScorerPorts, TeamRound } from './ports';
import { readWindows } from './read-windows';

/** Measurements written in one tick at most, so that it ends in time; after a long outage the next ticks go on with the rest. */
const MOST_WRITTEN = 20_000;
const WRITTEN_AT_ONCE = 50;

/**
 * Records what was measured in the rounds that are due, folds, and publishes what the audience may see.
 *
 * Safe to repeat, to be late, to be stopped anywhere and to run twice at once: what is due follows from what is recorded, a measurement is merged
 * into what is there, and the snapshot is a view of the records. What fails is tried again by the next tick; the rest is done all the
 * same. Throws an AggregateError at the end when something failed that concerns more than one team.
 */
export const tick =
  (ports: ScorerPorts, event: GameDayEvent) =>
  async (now: Instant): Promise<void> => {
    const [read, stored] = await Promise.all([ports.log.all(), ports.rounds.all()]);
    const { log, failures: untold } = await withAlarms(ports, event, read, now);
    const day = dayOf(event, log, now);
    const ended = endedRounds(event, day);
    const records = ofTheseRounds(ended, stored);
    const due = notTooMany(event, dueRounds(event, ended, records, now));

    const [windows, accounts, customers] = await Promise.all([
      readWindows(ports, event, due, now),
      lookAtAccounts(ports, event, due, now),
      readCustomerRounds(ports.environments.readCustomers, event, day, due),
    ]);
    const found = changes(event, day, { rounds: windows.rounds, windows, accounts, customers, records, now });
    const written = await inTurns(found, WRITTEN_AT_ONCE, (change) => ports.rounds.put(change));
    const failures = [...untold, ...windows.failures, ...customers.failures, ...reasonsOf(written)];
    const kept = withChanges(
      records,
      found.filter((_change, index) => written[index]?.status === 'fulfilled'),
    );

    const publish = [
      ports.board.publish(snapshotOf(event, kept, log, now, { asOf: now, speed: 1 })),
      ports.health.publish(healthOf(event, ended, kept, accounts, now)),
    ];
    failures.push(...reasonsOf(await Promise.allSettled(publish)));

    ports.note({
      level: 'info',
      message: 'tick',
      dueRounds: due.length,
      written: found.length,
      newestRound: ended.at(-1)?.round,
      failures: failures.length,
    });
    if (failures.length > 0) throw new AggregateError(failures, `tick failed in part: ${reasonOf(failures[0])}`);
  };

/** The log with what alarms did since it was read, as far as that could be written down. */
async function withAlarms(
  { environments, log, note }: ScorerPorts,
  event: GameDayEvent,
  read: readonly LogEntry[],
  now: Instant,
): Promise<{ readonly log: readonly LogEntry[]; readonly failures: readonly unknown[] }> {
  if (event.informed === undefined) return { log: read, failures: [] };
  const entries = await alarmEntries(environments.readAlarmHistory, event, dayOf(event, read, now), note);
  const written = await inTurns(entries, WRITTEN_AT_ONCE, (entry) => log.append(entry));
  return {
    log: [...read, ...entries.filter((_entry, index) => written[index]?.status === 'fulfilled')],
    failures: reasonsOf(written),
  };
}

const reasonsOf = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));

/** Records of rounds that lay elsewhere on the calendar, before a start or a pause was corrected, are of no use. */
function ofTheseRounds(ended: readonly EndedRound[], stored: readonly RoundRecord[]): readonly RoundRecord[] {
  const starts = new Map(ended.map(({ round, span }) => [round, span.from]));
  return stored.filter(({ round, startsAt }) => starts.get(round) === Date.parse(startsAt));
}

/** The oldest first, so that points never jump over a gap. */
function notTooMany({ teams }: GameDayEvent, due: readonly EndedRound[]): readonly EndedRound[] {
  return due.slice(0, Math.max(1, Math.floor(MOST_WRITTEN / teams.length)));
}

interface Found {
  readonly rounds: readonly EndedRound[];
  readonly windows: Pick<Awaited<ReturnType<typeof readWindows>>, 'byTeam'>;
  readonly accounts: Accounts;
  readonly customers: CustomerRounds;
  readonly records: readonly RoundRecord[];
  readonly now: Instant;
}

/** Measurements that say something new. */
function changes(
  event: GameDayEvent,
  day: Day,
  { rounds, windows, accounts, customers, records, now }: Found,
): TeamRound[] {
  const known = new Map(records.map(({ round, teams }) => [round, teams]));
  return event.teams.flatMap(({ id: team }) => {
    const factors = trafficFactors(day.entries, day.timeline, team);
    const row = windows.byTeam.get(team) ?? new Map<Instant, never>();
    return rounds.flatMap((ended): TeamRound[] => {
      const { round, span, teams } = ended;
      if (!teams.has(team) || customers.unread.has(round)) return [];
      const before = known.get(round)?.[team];
      const spend = isFresh(ended, now) ? accounts.spend.get(team) : undefined;
      const journeys = measured(event, ended, row, factors, spend);
      const minutes = customers.minutes.get(round);
      const counted = minutes === undefined ? journeys : customerRound(minutes, journeys);
      const isUnreadable =
        isFresh(ended, now) && accounts.unreadable.has(team) && (before?.spendUsdPerHour ?? spend) === undefined;
      const flags = [
        ...counted.flags,
        ...balancerFlags(ended, counted, accounts.requests.get(team), now),
        ...(isUnreadable ? [unreadableFlag] : []),
      ];
      const measurement = mergedMeasurement(before, { ...counted, flags });
      if (before !== undefined && canonicalJson(before) === canonicalJson(measurement)) return [];
      return [{ round, team, startsAt: span.from, measurement }];
    });
  });
}

function withChanges(records: readonly RoundRecord[], written: readonly TeamRound[]): readonly RoundRecord[] {
  const rounds = new Map<number, { round: number; startsAt: string; teams: Record<string, Measurement> }>();
  for (const { round, startsAt, teams } of records) rounds.set(round, { round, startsAt, teams: { ...teams } });
  for (const { round, startsAt, team, measurement } of written) {
    const record = rounds.get(round) ?? { round, startsAt: new Date(startsAt).toISOString(), teams: {} };
    rounds.set(round, record);
    record.teams[team] = measurement;
  }
  return [...rounds.values()];
}
