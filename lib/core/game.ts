import { dayOf, teamDay, type Day } from './time/day';
import { declarationsOf } from './score/declarations';
import type { DatedEntry, Problem } from './records/effective-log';
import type { GameDayEvent, Instant } from './event/event';
import type { Freeze } from './time/freeze';
import { judgeImpacts, type GameImpact } from './score/impact-lines';
import { mergeLines, type LedgerLine } from './score/ledger';
import { logLines } from './score/log-lines';
import { settleMeasurements } from './records/measurements';
import type { LogEntry, RoundRecord } from './records/records';
import { compareContenders, contendersOf, ranksOf } from './score/standings';
import { playTeamRounds, type GameRound } from './score/team-rounds';
import { instantOf, roundsOf, type Phase } from './time/timeline';
import { plannedByRound, stepsPerSecondThen, trafficFactors } from './time/traffic';
import type { Verdict } from './score/verdict';
import { voidRounds } from './time/voids';

/** A GameDay as it stands at an instant. Everything people see is a view of it. */
export interface Game {
  readonly at: Instant;
  readonly phase: Phase;
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
  const ended = Math.floor(day.eventSeconds / event.roundSeconds);
  const measurements = settleMeasurements(event, records, ended);
  const endsAt = Array.from(
    { length: measurements.settledBefore(ended) },
    (_, round) => instantOf(timeline, (round + 1) * event.roundSeconds) ?? day.now,
  );
  const isVoid = voidRounds(event, entries, timeline);
  const counting = endsAt.flatMap((at, round) => (isVoid(round) ? [] : [{ round, endsAt: at }]));
  const earlier = counting.at(-2) ?? ALWAYS;

  const changes = entries.filter(({ entry }) => entry.type === 'traffic');
  const changedTeams = new Set(changes.map(({ entry }) => ('team' in entry ? entry.team : undefined)));
  const plannedFor = (team: string | undefined): Float64Array =>
    plannedByRound(event, endsAt.length, trafficFactors(changes, timeline, team));
  const plannedForMost = plannedFor(undefined);
  const rateThen = (team: string, at: Instant): number => stepsPerSecondThen(event, changes, timeline, team, at);

  const problems = [...day.problems, ...measurements.problems];
  const noted = byTeam(logLines(event, day, (problem) => problems.push(problem)));
  const declarations = byTeam(declarationsOf(entries, timeline, (problem) => problems.push(problem)));
  const played = event.teams.map(({ id: team }, index) => {
    const own = teamDay(day, team);
    // What is measured of another team's extra time settles no round of this one's.
    const ownSettled = measurements.settledBefore(Math.min(ended, roundsOf(event, timeline, team)));
    const ownEndsAt = ownSettled === endsAt.length ? endsAt : endsAt.slice(0, ownSettled);
    const served = playTeamRounds({
      event,
      team,
      measurements: measurements.byTeam[index] ?? [],
      plannedSteps: changedTeams.has(team) ? plannedFor(team) : plannedForMost,
      endsAt: ownEndsAt,
      isVoid,
    });
    const judged = judgeImpacts({
      event,
      endedAt: own.endedAt,
      team,
      rounds: served.rounds,
      endsAt: ownEndsAt,
      declarations: declarations.get(team) ?? [],
      stepsPerSecondThen: (at) => rateThen(team, at),
    });
    const lines = mergeLines(served.lines, mergeLines(judged.lines, noted.get(team) ?? []));
    const { rounds } = served;
    return { lines, rounds, impacts: judged.impacts, standing: contendersOf(event, team, lines, rounds, earlier) };
  });
  return {
    at: day.now,
    phase: day.phase,
    eventSeconds: day.eventSeconds,
    endsSeconds: day.endsSeconds,
    freeze: day.freeze,
    rounds: counting,
    teams: ranked(played),
    entries,
    problems,
  };
}

type Played = Pick<GameTeam, 'lines' | 'rounds' | 'impacts'> & { readonly standing: ReturnType<typeof contendersOf> };

/** Before the second round that counts, the earlier standings are those of now. */
const ALWAYS: SettledRound = { round: Infinity, endsAt: Infinity };

function ranked(played: readonly Played[]): readonly GameTeam[] {
  const ranks = ranksOf(played.map(({ standing }) => standing.now));
  const previousRanks = ranksOf(played.map(({ standing }) => standing.earlier));
  return played
    .map(({ lines, rounds, impacts, standing: { now } }) => ({
      ...now,
      rank: ranks.get(now.team)!,
      previousRank: previousRanks.get(now.team)!,
      verdict: rounds.at(-1)?.verdict ?? ('unchecked' as const),
      lines,
      rounds,
      impacts,
    }))
    .sort(compareContenders);
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
