import type { Informed } from '../informed/informed';
import type { StepClass } from '../records/records';

/** Milliseconds since the epoch, on the event's calendar. */
export type Instant = number;

export interface Team {
  readonly id: string;
  readonly name: string;
  /** Twelve digits; also the marker that the team's application shows in its answers. */
  readonly account: string;
}

/** Planned arrival rate per team, in steps per second, at an instant of event time. Linear between points, constant outside them. */
export interface TrafficPoint {
  readonly atSeconds: number;
  readonly stepsPerSecond: number;
}

/** Traffic is multiplied by `times` from `atSeconds` for `forSeconds`; spikes that overlap multiply. */
export interface Spike {
  readonly atSeconds: number;
  readonly forSeconds: number;
  readonly times: number;
}

/** A fault to be injected: which experiment of the scenario, when, for how long (undefined: the experiment's own duration), at whom (undefined: all). */
export interface PlannedExperiment {
  readonly experiment: string;
  readonly atSeconds: number;
  readonly forSeconds?: number;
  readonly teams?: readonly string[];
  /** How much earlier or later than planned it may hit a team, so that teams cannot warn each other; undefined: not at all. */
  readonly jitterSeconds?: number;
}

/** A planted flaw as the event knows it: enough for a fold to price its hints. `hintSeconds[level - 1]` is seconds of the event's mean planned service. */
export interface PlannedWeakness {
  readonly id: string;
  readonly title: string;
  readonly hintSeconds: readonly number[];
}

/** All numbers of scoring. Durations are event time. */
export interface Rules {
  readonly worth: Readonly<Record<StepClass, number>>;
  readonly bands: { readonly fastMs: number; readonly acceptableMs: number; readonly timeoutMs: number };
  /** Share of steps served well, 0 to 1, below which an impact begins. */
  readonly objective: number;
  readonly spend: {
    readonly baseUsdPerHour: number;
    readonly usdPerHourPerRps: number;
    readonly weight: number;
    readonly cap: number;
    readonly windowSeconds: number;
  };
  readonly detect: { readonly refund: number; readonly withinSeconds: number; readonly falseAlarmSeconds: number };
  readonly recover: { readonly refund: number; readonly withinSeconds: number };
}

/** Where the teams' accounts come from, who may steer them, and what may be used in them. */
export interface AccountSettings {
  /** Id of the pool of accounts; every account carries it as tag `gameday:pool`. */
  readonly pool: string;
  /** Address of new accounts, with `{n}` for the account's number; undefined: none can be created. */
  readonly email?: string;
  /** Id of the AWS organization, `o-…`; undefined: whichever the organizer's account belongs to. */
  readonly organization?: string;
  /** ARNs of the roles and users that may act in the teams' accounts; empty: only whoever prepares the accounts. */
  readonly organizers: readonly string[];
  /** Regions that may be used beside the one that is deployed to; empty: `us-east-1`. */
  readonly regions: readonly string[];
  /** EC2 instance types that may be started; every one has a price. */
  readonly instanceTypes: readonly string[];
}

/** By the names of what the scenario leaves open. */
export type ScenarioOptions = Readonly<Record<string, string>>;

/** The validated event file with every default filled in. */
export interface GameDayEvent {
  readonly name: string;
  /** Its place in a series, from 1. */
  readonly edition?: number;
  readonly scenario: string;
  /** What is chosen where the scenario leaves a choice; the scenario's own choice otherwise. */
  readonly options?: ScenarioOptions;
  readonly startsAt: Instant;
  /** A whole number of rounds. */
  readonly durationSeconds: number;
  readonly roundSeconds: number;
  /** How long before the planned end the audience's view freezes; 0 never by plan. */
  readonly freezeSeconds: number;
  readonly teams: readonly Team[];
  readonly traffic: readonly TrafficPoint[];
  readonly spikes: readonly Spike[];
  readonly experiments: readonly PlannedExperiment[];
  readonly weaknesses: readonly PlannedWeakness[];
  /** Of an event of the informed style; undefined: of the sandbox style. */
  readonly informed?: Informed;
  readonly accounts: AccountSettings;
  readonly rules: Rules;
}
