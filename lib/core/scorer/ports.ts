import type { Instant, Team } from '../event/event';
import type { ReadAlarmHistory } from '../measuring/alarm-history';
import type { ReadCustomers } from '../measuring/balancer-minute';
import type { Counts, LogEntry, Measurement, RoundRecord } from '../records/records';
import type { Snapshot } from '../view/snapshot';

/** One team's window of the calendar as the load program published it. Windows are `windowSeconds` long, aligned to the clock. */
export interface TeamWindow extends Counts {
  readonly team: string;
  readonly startsAt: Instant;
  /** Steps that were meant to be sent. */
  readonly expected: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Why steps are expected and missing; empty where the source keeps numbers only. */
  readonly flags: readonly string[];
}

/** Length of a window on AWS: the finest that CloudWatch keeps apart for longer than an instant. */
export const windowSeconds = 10;

/** A stretch of the calendar, the end excluded. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Where published windows are read. Of one window and team there is at most one in an answer. */
export interface WindowSource {
  /** Windows that start in the span, in any order. */
  between(span: Span): Promise<readonly TeamWindow[]>;
}

/** One team's measurement of one round, as it is recorded. */
export interface TeamRound {
  readonly round: number;
  readonly startsAt: Instant;
  readonly team: string;
  readonly measurement: Measurement;
}

/** Where rounds are kept. */
export interface RoundStore {
  all(): Promise<readonly RoundRecord[]>;
  /** Merges a measurement (`mergedMeasurement`) into what is kept of its round and team. Safe to repeat, and to race with another. */
  put(measured: TeamRound): Promise<void>;
}

/** What is running in a team's account and what it costs. */
export interface Spend {
  readonly usdPerHour: number;
  readonly flags: readonly string[];
}

/** A team's account as its observer role lets us see it. Everything may fail, for this team alone. */
export interface AccountView {
  spend(team: Team): Promise<Spend>;
  /** Requests that the account's load balancers took, by start of the minute. Minutes without traffic are absent. */
  balancerRequests(team: Team, span: Span): Promise<ReadonlyMap<Instant, number>>;
}

/** How the scorer itself fares; alarms look at it. */
export interface ScorerHealth {
  /** Seconds since the end of the oldest round that should have been recorded and is not; 0 when there is none. */
  readonly lagSeconds: number;
  /** Teams whose newest recorded round is unchecked. */
  readonly uncheckedTeams: number;
  /** Teams whose account could not be looked at. */
  readonly unreadableAccounts: number;
  /** What all teams together spend, as far as it is known. */
  readonly spendUsdPerHour: number;
}

/** A record of the scorer's own log. Never holds an event or a measurement as a whole. */
export interface ScorerNote {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly team?: string;
  readonly round?: number;
  readonly reason?: string;
  readonly [figure: string]: string | number | undefined;
}

/** The environments of an informed event, as their own metrics and alarms show them. */
export interface EnvironmentsView {
  readonly readCustomers: ReadCustomers;
  readonly readAlarmHistory: ReadAlarmHistory;
}

/** Everything that one tick of the scorer reads and writes. */
export interface ScorerPorts {
  readonly log: {
    all(): Promise<readonly LogEntry[]>;
    /** Writes an entry unless it is there. */
    append(entry: LogEntry): Promise<void>;
  };
  readonly environments: EnvironmentsView;
  readonly rounds: RoundStore;
  /** Windows of the last three hours. */
  readonly windows: WindowSource;
  /** All windows; slower. */
  readonly archive: WindowSource;
  readonly accounts: AccountView;
  readonly board: { publish(snapshot: Snapshot): Promise<void> };
  readonly health: { publish(health: ScorerHealth): Promise<void> };
  readonly note: (note: ScorerNote) => void;
}
