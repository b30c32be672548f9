import type { GameDayEvent, Instant } from '../event/event';
import type { RoundRecord } from '../records/records';
import { checkedSteps } from '../score/service';
import { settlesAfterMs, type EndedRound } from './due-rounds';
import type { Accounts } from './look-at-accounts';
import type { ScorerHealth } from './ports';

/** How long after its end an event's last round still raises alarms. */
const WATCHED_MS = 10 * 60_000;

/** How the scorer fares after a tick. @param records of the rounds that ended */
export function healthOf(
  event: Pick<GameDayEvent, 'informed'>,
  ended: readonly EndedRound[],
  records: readonly RoundRecord[],
  accounts: Pick<Accounts, 'unreadable'>,
  now: Instant,
): ScorerHealth {
  const known = new Map(records.map((record) => [record.round, record.teams]));
  const late = ended.find(
    ({ round, span, teams }) =>
      now - span.to >= settlesAfterMs(event) && [...teams].some((id) => known.get(round)?.[id] === undefined),
  );
  const newest = ended.findLast(({ round }) => known.has(round));
  const isWatched = newest !== undefined && now - newest.span.to < WATCHED_MS;
  const measurements = known.get(newest?.round ?? -1) ?? {};
  return {
    lagSeconds: late === undefined ? 0 : (now - late.span.to) / 1000,
    uncheckedTeams: isWatched ? [...newest.teams].filter((id) => checkedSteps(measurements[id]) === 0).length : 0,
    unreadableAccounts: accounts.unreadable.size,
    spendUsdPerHour: lastSpends(records),
  };
}

function lastSpends(records: readonly RoundRecord[]): number {
  const last = new Map<string, number>();
  for (const { teams } of records.toSorted((a, b) => a.round - b.round)) {
    for (const [team, { spendUsdPerHour }] of Object.entries(teams)) {
      if (spendUsdPerHour !== undefined) last.set(team, spendUsdPerHour);
    }
  }
  return [...last.values()].reduce((sum, usdPerHour) => sum + usdPerHour, 0);
}
