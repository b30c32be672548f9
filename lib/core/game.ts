import { dayOf, type Day } from './day';
import { declarationsOf } from './declarations';
import type { DatedEntry, Problem } from './effective-log';
import type { GameDayEvent, Instant } from './event';
import type { Freeze } from './freeze';
import { judgeImpacts, type GameImpact } from './impact-lines';
import { mergeLines, pointsOf, type LedgerLine } from './ledger';
import { logLines } from './log-lines';
import { settleMeasurements } from './measurements';
import type { LogEntry, RoundRecord } from './records';
import { checkedSteps } from './service';
import type { Clock } from './snapshot';
import { compareContenders, ranksOf, type Contender } from './standings';
import { playTeamRounds, type GameRound } from './team-rounds';
import { instantOf } from './timeline';
import { plannedByRound, trafficFactors, type TrafficFactor } from './traffic';
import type { Verdict } from './verdict';
import { voidRounds } from './voids';

/** A GameDay as it stands at an instant. Everything people see is a view of it. */
export interface Game {
  readonly at: Instant;
  readonly phase: Clock['phase'];
  /** Event time, never past `endsSeconds`. */
  readonly eventSeconds: number;
  readonly endsSeconds: number;
  readonly freeze: Freeze;
  /** Rounds that count, ascending: settled, and not void for everybody. */
  readonly rounds: readonly SettledRound[];
  /** Standings order, best first. */
  readonly teams: readonly GameTeam[];
  /** The log that holds, oldest first. */
  readonly entries: readonly DatedEntry[];
  /** What was left out or could not be priced, and why. */
  readonly problems: readonly Problem[];
}

export interface SettledRound {
  readonly round: number;
  readonly endsAt: Instant;
}

export interface GameTeam {
  readonly team: string;
  readonly rank: number;
  /** Rank at the end of the round before the last one that counts. */
  readonly previousRank: number;
  readonly points: number;
  /** Share of the steps sent in checked rounds that were served well, 0 to 1; 0 before the first. */
  readonly served: number;
  readonly spendUsd: number;
  /** Of the last round that counts; `unchecked` before the first. */
  readonly verdict: Verdict;
  readonly lines: readonly LedgerLine[];
  readonly rounds: readonly GameRound[];
  readonly impacts: readonly GameImpact[];
}

/**
 * The game as a fold of everything that was measured and noted up to `now`.
 *
 * Pure, deterministic and total: order of arrival and duplicates mean nothing, and what makes no sense is reported in
 * `problems` and left out.
 */
export function play(
  event: GameDayEvent,
  rounds: readonly RoundRecord[],
  log: readonly LogEntry[],
  now: Instant,
): Game {
  return playDay(event, rounds, dayOf(event, log, now));
}

/** As `play`, with a log that was read before. */
export function playDay(event: GameDayEvent, records: readonly RoundRecord[], day: Day): Game {
  const { timeline, entries } = day;
  const ended = Math.floor((day.eventSeconds * 1000) / (event.roundSeconds * 1000));
  const measurements = settleMeasurements(event, records, ended);
  const endsAt = Array.from(
    { length: measurements.settled },
    (_, round) => instantOf(timeline, (round + 1) * event.roundSeconds) ?? day.now,
  );
  const isVoid = voidRounds(event, entries, timeline);
  const counting = endsAt.flatMap((at, round) => (isVoid(round) ? [] : [{ round, endsAt: at }]));

  const everybody = trafficFactors(entries, timeline, undefined);
  const everybodyPlanned = plannedByRound(event, endsAt.length, everybody);
  const own = new Set(entries.flatMap(({ entry }) => (entry.type === 'traffic' && entry.team ? [entry.team] : [])));
  const factorsOf = (team: string): readonly TrafficFactor[] =>
    own.has(team) ? trafficFactors(entries, timeline, team) : everybody;

  const problems = [...day.problems, ...measurements.problems];
  const noted = byTeam(logLines(event, day, factorsOf, (problem) => problems.push(problem)));
  const declarations = byTeam(declarationsOf(day.entries, timeline, (problem) => problems.push(problem)));
  const played = event.teams.map(({ id: team }, index) => {
    const factors = factorsOf(team);
    const planned = own.has(team) ? plannedByRound(event, endsAt.length, factors) : everybodyPlanned;
    const served = playTeamRounds({
      event,
      team,
      measurements: measurements.byTeam[index] ?? [],
      planned,
      endsAt,
      isVoid,
    });
    const judged = judgeImpacts({
      event,
      endedAt: day.endedAt,
      team,
      rounds: served.rounds,
      endsAt,
      declarations: declarations.get(team) ?? [],
      factors,
    });
    const lines = mergeLines(served.lines, mergeLines(judged.lines, noted.get(team) ?? []));
    return { team, lines, rounds: served.rounds, impacts: judged.impacts };
  });
  return {
    at: day.now,
    phase: day.phase,
    eventSeconds: day.eventSeconds,
    endsSeconds: day.endsSeconds,
    freeze: day.freeze,
    rounds: counting,
    teams: ranked(event, played, counting),
    entries,
    problems,
  };
}

type Played = Pick<GameTeam, 'team' | 'lines' | 'rounds' | 'impacts'>;

function ranked(
  event: GameDayEvent,
  played: readonly Played[],
  counting: readonly SettledRound[],
): readonly GameTeam[] {
  const before = counting.at(-2);
  const last = counting.at(-1);
  const standing = played.map((team) => contender(event, team, Infinity, Infinity));
  const previous =
    before === undefined || last === undefined
      ? standing
      : played.map((team) => contender(event, team, before.round, before.endsAt));
  const ranks = ranksOf(standing);
  const previousRanks = ranksOf(previous);
  return played
    .map((team, index) => ({
      ...team,
      ...standing[index]!,
      verdict: team.rounds.at(-1)?.verdict ?? ('unchecked' as const),
      rank: ranks.get(team.team)!,
      previousRank: previousRanks.get(team.team)!,
    }))
    .sort(compareContenders);
}

/** How a team stood after a round: its points from lines up to `until`, its service and spend from rounds up to `lastRound`. */
function contender(event: GameDayEvent, played: Played, lastRound: number, until: Instant): Contender {
  let good = 0;
  let offered = 0;
  let usdPerHour = 0;
  for (const { round, measurement, spendUsdPerHour } of played.rounds) {
    if (round > lastRound) break;
    usdPerHour += spendUsdPerHour;
    const steps = checkedSteps(measurement);
    if (steps === 0 || measurement === undefined) continue;
    offered += steps;
    good += measurement.fast + measurement.acceptable;
  }
  return {
    team: played.team,
    points: pointsOf(played.lines, until),
    served: offered === 0 ? 0 : good / offered,
    spendUsd: (usdPerHour * event.roundSeconds) / 3600,
  };
}

function byTeam<T extends { readonly team: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.team);
    if (group === undefined) groups.set(item.team, [item]);
    else group.push(item);
  }
  return groups;
}
