import { audienceDay } from './audience';
import { awardsOf, type Award } from './awards';
import { boardIncidents, type BoardIncident } from './board-incidents';
import { dayOf, type Day } from '../time/day';
import type { GameDayEvent, Instant, Rules } from '../event/event';
import { playDay, type Game, type GameTeam, type SettledRound } from '../game';
import { pointsAtEnds, sampled } from './history';
import { newsOf } from './news';
import type { LogEntry, RoundRecord } from '../records/records';
import { spotlightsOf, type Spotlight } from './spotlight';
import type { Phase } from '../time/timeline';
import { stepsPerSecondAt, trafficFactors } from '../time/traffic';
import type { Verdict } from '../score/verdict';

/**
 * What the audience may see: the content of `scoreboard.json`.
 *
 * Everything but `clock` and announcements comes from the fold at the freeze instant while the board is frozen.
 */
export interface Snapshot {
  readonly version: 1;
  readonly event: {
    readonly name: string;
    readonly scenario: string;
    readonly startsAt: string;
    readonly roundSeconds: number;
    /** How long before the planned end the standings freeze; 0 never by plan. */
    readonly freezeSeconds: number;
    /** Least seconds of service that a hint costs; null where there are none. */
    readonly hintSeconds: number | null;
    /** What points are made of. */
    readonly rules: Rules;
  };
  readonly clock: Clock;
  readonly freeze: { readonly frozen: boolean; readonly atSeconds: number | null; readonly revealed: boolean };
  readonly traffic: {
    /** Planned steps per second and team, now. */
    readonly stepsPerSecond: number;
    /** Planned steps per second and team over the whole event, at most 120 points, evenly spaced from 0 to `clock.endsSeconds`. */
    readonly plan: readonly number[];
  };
  /** Rounds that count so far. */
  readonly rounds: number;
  /** The rounds at whose ends each team's `history` is sampled, ascending, at most 80. */
  readonly historyRounds: readonly number[];
  /** Standings order, best first. */
  readonly teams: readonly SnapshotTeam[];
  /** Newest first, at most 30. */
  readonly news: readonly News[];
  /** What stood out in the newest round; nothing while frozen, or when nothing is played. */
  readonly spotlights: readonly Spotlight[];
  /** In the order in which they are handed out; null until the result is known to everybody. */
  readonly awards: readonly Award[] | null;
}

/** Event clock. While `running`, event time moves `speed` seconds per real second from `asOf`, an instant of the server's clock. */
export interface Clock {
  readonly phase: Phase;
  readonly eventSeconds: number;
  readonly endsSeconds: number;
  readonly asOf: string;
  readonly speed: number;
}

export interface SnapshotTeam {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  /** Rank one round earlier. */
  readonly previousRank: number;
  readonly points: number;
  /** Points of the newest round that counts. */
  readonly gained: number;
  /** Points of each of the last rounds, oldest first, at most 10. */
  readonly trend: readonly number[];
  readonly verdict: Verdict;
  /** Share of steps served well, 0 to 1, over the whole event. */
  readonly served: number;
  readonly spendUsdPerHour: number;
  /** Event seconds since which the open impact lasts; null when there is none. */
  readonly impactSince: number | null;
  /** The open impact has been declared. */
  readonly declared: boolean;
  /** Points in total, rounded to whole points, at the ends of `Snapshot.historyRounds`. */
  readonly history: readonly number[];
  /** The newest, at most 16, oldest first. */
  readonly incidents: readonly BoardIncident[];
  /** Its place at the freeze; null until that is told from the result. */
  readonly frozenRank: number | null;
}

export interface News {
  readonly atSeconds: number;
  readonly kind: 'announcement' | 'impact' | 'declared' | 'recovered' | 'experiment' | 'clock';
  readonly team: string | null;
  readonly text: string;
}

const MOST_PLAN_POINTS = 120;
const MOST_HISTORY_ROUNDS = 80;
const MOST_NEWS = 30;
const TREND_ROUNDS = 10;

/** `asOf` is an instant of the server's clock, at which it is `now` on the event's calendar; `speed` is event seconds per real second. */
export interface Live {
  readonly asOf: Instant;
  readonly speed: number;
}

/**
 * The game as the audience sees it: while frozen, the fold at the freeze instant, under the clock and announcements of `now`.
 * @param known the game as it truly stands at `now`, for whoever has folded it already
 */
export function snapshotOf(
  event: GameDayEvent,
  rounds: readonly RoundRecord[],
  log: readonly LogEntry[],
  now: Instant,
  live: Live,
  known?: () => Game,
): Snapshot {
  const day = dayOf(event, log, now);
  const audience = audienceDay(event, log, day);
  const game = (audience === day ? known?.() : undefined) ?? playDay(event, rounds, audience);
  const revealed = day.freeze.at !== null && day.freeze.revealed && isOver(day);
  const frozen = revealed ? playDay(event, rounds, dayOf(event, log, day.freeze.at)) : undefined;
  return drawSnapshot(event, day, game, live, frozen);
}

const isOver = ({ phase }: Day): boolean => phase === 'ended' || phase === 'closed';

/**
 * What the audience sees of a game under the clock and announcements of a day.
 * @param frozen the game at the freeze, once the result is revealed and there is something to compare with
 */
export function drawSnapshot(event: GameDayEvent, day: Day, game: Game, live: Live, frozen?: Game): Snapshot {
  const isFrozen = hidesTheGame(day);
  const plays = !isFrozen && (day.phase === 'running' || day.phase === 'paused');
  const historyRounds = sampled(game.rounds, MOST_HISTORY_ROUNDS);
  const newestRounds = game.rounds.slice(-TREND_ROUNDS - 1);
  const incidents = boardIncidents(event, game);
  const hints = event.weaknesses.flatMap(({ hintSeconds }) => hintSeconds);
  return {
    version: 1,
    event: {
      name: event.name,
      scenario: event.scenario,
      startsAt: new Date(event.startsAt).toISOString(),
      roundSeconds: event.roundSeconds,
      freezeSeconds: event.freezeSeconds,
      hintSeconds: hints.length === 0 ? null : Math.min(...hints),
      rules: event.rules,
    },
    clock: clockOf(day, live),
    freeze: freezeOf(day, game.eventSeconds),
    traffic: trafficOf(event, day, game),
    rounds: game.rounds.length,
    historyRounds: historyRounds.map(({ round }) => round),
    teams: game.teams.map((team) => ({
      ...teamOf(event, team, newestRounds, historyRounds),
      incidents: incidents.get(team.team) ?? [],
      frozenRank: frozen?.teams.find((other) => other.team === team.team)?.rank ?? null,
    })),
    news: newsOf(event, game, day, MOST_NEWS),
    spotlights: plays ? spotlightsOf(event, game).map((each) => ({ ...each, value: rounded(each.value, 1) })) : [],
    awards: isOver(day) && !isFrozen ? awardsOf(event, game) : null,
  };
}

/** How event time stands, and how it goes on. */
export const clockOf = ({ phase, eventSeconds, endsSeconds }: Day, { asOf, speed }: Live): Clock => ({
  phase,
  eventSeconds,
  endsSeconds,
  asOf: new Date(asOf).toISOString(),
  speed,
});

/** @param shownSeconds event time of the game that the audience sees */
export function freezeOf(day: Day, shownSeconds: number): Snapshot['freeze'] {
  const frozen = hidesTheGame(day);
  return { frozen, atSeconds: frozen ? shownSeconds : null, revealed: day.freeze.revealed };
}

const hidesTheGame = ({ freeze }: Day): boolean => freeze.at !== null && !freeze.revealed;

/** Under the live changes that the audience may know of. Nothing arrives while the event does not run. */
function trafficOf(event: GameDayEvent, day: Day, game: Game): Snapshot['traffic'] {
  const factors = trafficFactors(game.entries, day.timeline, undefined);
  const rateAt = (seconds: number): number => rounded(stepsPerSecondAt(event, seconds, factors), 2);
  const between = day.endsSeconds / (MOST_PLAN_POINTS - 1);
  return {
    stepsPerSecond: day.phase === 'running' ? rateAt(day.eventSeconds) : 0,
    plan: Array.from({ length: MOST_PLAN_POINTS }, (_, point) => rateAt(point * between)),
  };
}

function teamOf(
  event: GameDayEvent,
  team: GameTeam,
  newestRounds: readonly SettledRound[],
  historyRounds: readonly SettledRound[],
): Omit<SnapshotTeam, 'incidents' | 'frozenRank'> {
  const newest = pointsAtEnds(team.lines, newestRounds);
  // The first of more than ten is only there to measure the second's gain from; at the event's beginning gains count from 0.
  const from = newest.length > TREND_ROUNDS ? 1 : 0;
  const trend = newest.slice(from).map((points, index) => rounded(points - (newest[index + from - 1] ?? 0), 1));
  const open = team.impacts.find(({ endSeconds }) => endSeconds === null);
  return {
    id: team.team,
    name: event.teams.find(({ id }) => id === team.team)?.name ?? team.team,
    rank: team.rank,
    previousRank: team.previousRank,
    points: rounded(team.points, 3),
    gained: trend.at(-1) ?? 0,
    trend,
    verdict: team.verdict,
    served: rounded(team.served, 4),
    spendUsdPerHour: rounded(team.rounds.at(-1)?.spendUsdPerHour ?? 0, 4),
    impactSince: open?.startSeconds ?? null,
    declared: open !== undefined && open.declaredAtSeconds !== null,
    history: pointsAtEnds(team.lines, historyRounds).map(Math.round),
  };
}

/** Decimals that nobody can see cost bytes in a file that every page polls. Never -0, which would be shown with its sign. */
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;
