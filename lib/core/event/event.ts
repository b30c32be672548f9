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

/** The validated event file with every default filled in. */
export interface GameDayEvent {
  readonly name: string;
  /** Its place in a series, from 1. */
  readonly edition?: number;
  readonly scenario: string;
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
  readonly rules: Rules;
}
