import type { AccountRecord } from '../accounts/account-record';
import type { AccountState } from '../accounts/account-state';
import type { PooledRole } from '../accounts/role-names';
import type { SignsOfLife } from '../aws/signs-of-life';
import type { Instant, Team } from '../core/event/event';
import type { ResolvedRun } from '../core/experiments/resolve-targets';
import type { LogEntry } from '../core/records/records';
import type { StackPreview } from '../deploy/deployer';
import type { DeployTarget } from '../deploy/target';

/** Where AWS Organizations has an account of a pool. */
export interface Standing {
  /** Value of the tag `gameday:pool`. */
  readonly pool: string | undefined;
  /** Undefined outside the pool's units. */
  readonly state: AccountState | undefined;
}

/** The pool's accounts and guardrails. */
export interface PoolView {
  records(): Promise<readonly AccountRecord[]>;
  standing(account: string): Promise<Standing>;
  /** What is missing of the guardrails, in words. */
  missingGuardrails(): Promise<readonly string[]>;
}

/** Teams' accounts. */
export interface AccountsView {
  /** Assumes a role as the caller would. Throws when it may not. */
  enter(account: string, role: Exclude<PooledRole, 'observer'>): Promise<void>;
  /** Text of the trust policy of the observer's role; undefined where there is none. */
  observerTrust(account: string): Promise<string | undefined>;
  /** Where customers come in, by the team's stack, and the key that answers are signed with. */
  address(account: string): Promise<{ readonly url: string; readonly signingKey: string }>;
}

/** The organizer's plane of an event, once it is deployed. */
export interface PlaneView extends SignsOfLife {
  log(): Promise<readonly LogEntry[]>;
  table(): Promise<{ readonly status: string; readonly recovery: boolean; readonly protection: boolean }>;
  /** What the audience's address answers for the scoreboard. */
  board(): Promise<{ readonly status: number; readonly body: string }>;
  /** Who is told of alarms: each address, and whether it has been confirmed. */
  listeners(): Promise<readonly { readonly endpoint: string; readonly confirmed: boolean }[]>;
  /** Steps that were sent to a team from an instant on. */
  sent(team: string, from: Instant): Promise<number>;
}

/** Everything that the doctor looks at. */
export interface DoctorPorts {
  readonly pool: PoolView;
  readonly accounts: AccountsView;
  /** What deploying would change. */
  readonly preview: (target: DeployTarget) => Promise<StackPreview>;
  /** Undefined when the organizer's stack is not there. */
  readonly plane: PlaneView | undefined;
  /** Plays one whole journey and names the first step that went wrong. */
  readonly journey: (team: Team, address: { url: string; signingKey: string }) => Promise<JourneyFound>;
  /** A dry run of all planned experiments. */
  readonly experiments: () => Promise<readonly ResolvedRun[]>;
  readonly now: () => Instant;
}

/** What one customer met. */
export type JourneyFound =
  | { readonly ok: true; readonly steps: number; readonly slowestMs: number }
  | { readonly ok: false; readonly step: string; readonly class: 'faulty' | 'failed' };
