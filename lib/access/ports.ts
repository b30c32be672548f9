import type { RecordState } from '../accounts/account-state';
import type { GameDayEvent, Instant } from '../core/event/event';
import type { LogEntry } from '../core/records/records';
import type { CodeRecord } from './code-record';

/** Codes of an event's teams. */
export interface TeamCodes {
  all(): Promise<readonly CodeRecord[]>;
  /**
   * Writes a team's record in the place of the one that was read.
   * Throws `RecordConflict` when somebody else wrote in between.
   * @param before undefined where the team had none
   */
  replace(before: CodeRecord | undefined, after: CodeRecord): Promise<void>;
}

/** Counts tries to guess, for everybody who decides on them. */
export interface Attempts {
  /** Adds to a count of one minute and returns what it is then. @param minute since the epoch */
  add(key: string, minute: number, by: 1 | -1): Promise<number>;
}

/** Temporary credentials of a participant. Secret: never in a log, never in an error. */
export interface ParticipantCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** What AWS's records of an account name the participant by. */
export interface SessionNames {
  readonly sessionName: string;
  readonly sourceIdentity: string;
}

/** Ways into teams' accounts. */
export interface Ways {
  /** An hour as the participant of an account. Throws `AccountUnreadable` when the account does not let anybody in. */
  credentials(account: string, names: SessionNames): Promise<ParticipantCredentials>;
  /** An address of AWS's console that logs its bearer in; good for 15 minutes. Throws `SignInFailed`. */
  consoleLink(credentials: ParticipantCredentials): Promise<string>;
}

/** What deciding about access needs. */
export interface AccessPorts {
  readonly event: GameDayEvent;
  readonly codes: TeamCodes;
  readonly attempts: Attempts;
  /** Secret key of all hashes and seals. */
  readonly pepper: () => Promise<Uint8Array>;
  /** The log of the day. */
  log(): Promise<readonly LogEntry[]>;
  /** Where an account stands in its pool; undefined for one outside any pool. */
  accountState(account: string): Promise<RecordState | undefined>;
  readonly ways: Ways;
  readonly now: () => Instant;
}
