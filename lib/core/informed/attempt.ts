import type { Instant } from '../event/event';
import type { Phase } from '../time/timeline';
import type { Environment, Informed } from './informed';
import type { KickOffSource } from './kick-offs';

/** What can say no, by name; every refusal names one. */
export const guardrailNames = [
  'kick-off',
  'who',
  'environment',
  'event-runs',
  'owner-approval',
  'life-cycle',
  'duration',
  'hours',
  'one-at-a-time',
  'alarms',
  'two-persons',
  'targets',
] as const;
export type GuardrailName = (typeof guardrailNames)[number];

/** How much of an environment a fault would hit. */
export interface Reach {
  readonly hits: number;
  /** How many there are. */
  readonly of: number;
}

/** What somebody wants to begin. */
export interface Attempt {
  readonly kickOff: number;
  readonly experiment: string;
  readonly environment: string;
  /** How long it is to last, event seconds. */
  readonly seconds: number;
  /** Author of the order. */
  readonly by: string;
  /** `later`: somebody asks whether it may be ordered; who begins it has to ask again with what would be hit. */
  readonly reach: Reach | 'later';
}

export type Permission = { readonly allowed: true } | Refused;
export interface Refused {
  readonly allowed: false;
  readonly guardrail: GuardrailName;
  /** A sentence for everybody. */
  readonly reason: string;
}

/** What guardrails look at. */
export interface GuardedDay extends KickOffSource {
  readonly now: Instant;
  readonly phase: Phase;
}

/** An attempt with everything that a check looks at. */
export interface Subject extends GuardedDay {
  readonly informed: Informed;
  readonly environment: Environment;
  readonly attempt: Attempt;
}
/** Why an attempt is refused; undefined when a check has nothing against it. */
export type Check = (subject: Subject) => string | undefined;
