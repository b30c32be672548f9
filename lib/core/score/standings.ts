import type { GameDayEvent } from '../event/event';
import type { SettledRound } from '../game';
import { pointsOf, type LedgerLine } from './ledger';
import { offeredSteps } from './service';
import type { GameRound } from './team-rounds';

/** What decides a place. */
export interface Contender {
  readonly team: string;
  readonly points: number;
  /** Share of the steps served well, 0 to 1. */
  readonly served: number;
  readonly spendUsd: number;
}

/** Order of the standings, best first: points, then share of steps served well, then lower spend, then team id. */
export const compareContenders = (a: Contender, b: Contender): number =>
  b.points - a.points || b.served - a.served || a.spendUsd - b.spendUsd || (a.team < b.team ? -1 : 1);

/** Place of each team, from 1. */
export const ranksOf = (contenders: readonly Contender[]): ReadonlyMap<string, number> =>
  new Map(contenders.toSorted(compareContenders).map(({ team }, index) => [team, index + 1]));

/** What a team's rounds and lines have come to. */
interface Sums {
  readonly points: number;
  /** Steps served well, of those offered in checked rounds. */
  readonly good: number;
  readonly offered: number;
  /** USD per hour, added up over rounds. */
  readonly usdPerHour: number;
}

const NOTHING: Sums = { points: 0, good: 0, offered: 0, usdPerHour: 0 };

/** How a team stands, and how it stood when an earlier round ended. Lines and rounds ascending. */
export function contendersOf(
  { roundSeconds }: GameDayEvent,
  team: string,
  lines: readonly LedgerLine[],
  rounds: readonly GameRound[],
  earlier: SettledRound,
): { readonly now: Contender; readonly earlier: Contender } {
  const newLines = lines.findLastIndex(({ at }) => at <= earlier.endsAt) + 1;
  const newRounds = rounds.findLastIndex(({ round }) => round <= earlier.round) + 1;
  const sumsThen = withMore(NOTHING, lines.slice(0, newLines), rounds.slice(0, newRounds));
  const sumsNow = withMore(sumsThen, lines.slice(newLines), rounds.slice(newRounds));
  const contender = ({ points, good, offered, usdPerHour }: Sums): Contender => ({
    team,
    points,
    served: offered === 0 ? 0 : good / offered,
    spendUsd: (usdPerHour * roundSeconds) / 3600,
  });
  return { now: contender(sumsNow), earlier: contender(sumsThen) };
}

function withMore(sums: Sums, lines: readonly LedgerLine[], rounds: readonly GameRound[]): Sums {
  let { good, offered, usdPerHour } = sums;
  for (const { verdict, measurement, spendUsdPerHour } of rounds) {
    usdPerHour += spendUsdPerHour;
    if (verdict === 'unchecked') continue;
    offered += offeredSteps(measurement);
    good += measurement.fast + measurement.acceptable;
  }
  return { points: pointsOf(lines, sums.points), good, offered, usdPerHour };
}
