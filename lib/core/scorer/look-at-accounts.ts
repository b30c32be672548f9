import type { GameDayEvent, Instant, Team } from '../event/event';
import { measuresCustomers } from '../informed/informed';
import type { Measurement } from '../records/records';
import { offeredSteps } from '../score/service';
import type { EndedRound } from './due-rounds';
import { inTurns } from './in-turns';
import { accountFlag } from './merge';
import type { ScorerPorts, Spend } from './ports';

const MINUTE = 60_000;

/** What runs now tells what a round cost only when the round has just ended. */
const FRESH_MS = 5 * MINUTE;
/** Metrics of load balancers come up to three minutes late, and one minute is one datum. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const BALANCER_LATE_MS = 4 * MINUTE;
/** Accounts looked at in one tick at most; of more teams each has its turn every few minutes, and the fold keeps what it saw last. */
const MOST_ACCOUNTS = 200;
const AT_ONCE = 25;

/** What one look at the teams' accounts told. */
export interface Accounts {
  /** Of a team without one nothing is known, or it was not its turn. */
  readonly spend: ReadonlyMap<string, Spend>;
  /** Requests that load balancers took, by start of the minute. */
  readonly requests: ReadonlyMap<string, ReadonlyMap<Instant, number>>;
  /** Teams whose account could not be looked at. */
  readonly unreadable: ReadonlySet<string>;
}

/** Whether spend that is observed now is that of a round. */
export const isFresh = ({ span }: EndedRound, now: Instant): boolean => now - span.to < FRESH_MS;

/** Looks at the accounts whose turn it is, when a round has just ended. What fails fails for one team, and is noted. */
export async function lookAtAccounts(
  { accounts, note }: Pick<ScorerPorts, 'accounts' | 'note'>,
  event: GameDayEvent,
  due: readonly EndedRound[],
  now: Instant,
): Promise<Accounts> {
  const spend = new Map<string, Spend>();
  const requests = new Map<string, ReadonlyMap<Instant, number>>();
  const unreadable = new Set<string>();
  const fail = (team: Team, what: string, error: unknown): void => {
    unreadable.add(team.id);
    note({ level: 'warn', message: what, team: team.id, reason: reasonOf(error) });
  };
  // Heroes who look after a system with customers have no account of their own.
  if (measuresCustomers(event) || !due.some((ended) => isFresh(ended, now))) return { spend, requests, unreadable };
  const compared = due.filter((ended) => isComparable(ended, now));
  const from = compared[0]?.span.from;
  const to = compared.at(-1)?.span.to;

  await inTurns(teamsInTurn(event.teams, now), AT_ONCE, async (team) => {
    try {
      spend.set(team.id, await accounts.spend(team));
    } catch (error) {
      fail(team, 'what runs in the account could not be listed', error);
    }
    if (from === undefined || to === undefined) return;
    try {
      requests.set(team.id, await accounts.balancerRequests(team, { from, to }));
    } catch (error) {
      fail(team, 'metrics of the load balancers could not be read', error);
    }
  });
  return { spend, requests, unreadable };
}

/**
 * What load balancers say of a round that the load program does not. Evidence for people, never points: teams own their load balancers.
 *
 * Tiers may call each other through the same load balancer, so only a multiple of what was sent is suspicious.
 */
export function balancerFlags(
  ended: EndedRound,
  measurement: Measurement,
  requests: ReadonlyMap<Instant, number> | undefined,
  now: Instant,
): readonly string[] {
  if (requests === undefined || !isComparable(ended, now)) return [];
  let seen = 0;
  for (const [minute, count] of requests) if (minute >= ended.span.from && minute < ended.span.to) seen += count;
  const answered = measurement.fast + measurement.acceptable + measurement.slow;
  if (seen > 5 * offeredSteps(measurement) + 300)
    return [`${accountFlag}load balancers took far more requests than were sent`];
  if (seen < 0.8 * answered) return [`${accountFlag}load balancers took fewer requests than were answered`];
  return [];
}

/** Only whole minutes of the calendar can be compared with minutes of a metric. */
function isComparable({ span }: EndedRound, now: Instant): boolean {
  return span.from % MINUTE === 0 && span.to % MINUTE === 0 && now - span.to >= BALANCER_LATE_MS;
}

function teamsInTurn(teams: readonly Team[], now: Instant): readonly Team[] {
  const turns = Math.ceil(teams.length / MOST_ACCOUNTS);
  const turn = Math.floor(now / MINUTE) % turns;
  return teams.filter((_team, index) => index % turns === turn);
}

/** Name and message of an error, short enough for a log. */
export const reasonOf = (error: unknown): string => String(error).slice(0, 300);
