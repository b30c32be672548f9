import type { Verdict } from './verdict';

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
  /** The rounds at whose ends each team's `history` is sampled, ascending, at most 96. */
  readonly historyRounds: readonly number[];
  /** Standings order, best first. */
  readonly teams: readonly SnapshotTeam[];
  /** Newest first, at most 30. */
  readonly news: readonly News[];
}

/** Event clock. While `running`, event time moves `speed` seconds per real second from `asOf`, an instant of the server's clock. */
export interface Clock {
  readonly phase: 'waiting' | 'running' | 'paused' | 'ended' | 'closed';
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
}

export interface News {
  readonly atSeconds: number;
  readonly kind: 'announcement' | 'impact' | 'declared' | 'recovered' | 'experiment' | 'clock';
  readonly team: string | null;
  readonly text: string;
}
