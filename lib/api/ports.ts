import type { AccessPorts } from '../access/ports';
import type { GameDayEvent, Instant, Team } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import type { LogEntry, RoundRecord, StepClass } from '../core/records/records';
import type { Resource } from '../core/resource';
import type { WeaknessCard } from '../core/scenario';
import type { Steering } from '../core/time/steering';
import type { Examined } from '../doctor/examine';
import type { ConsolePort } from './console-port';

/** What the API needs of the world; it keeps nothing itself. What is absent cannot be had where this runs, and is answered so. */
export interface ApiPorts {
  readonly event: GameDayEvent;
  readonly records: RecordsPort;
  readonly clock: ClockPort;
  /** Codes of the teams, and the key that seals sessions. */
  readonly access: Pick<AccessPorts, 'codes' | 'attempts' | 'pepper'>;
  /** Whoever knows it is an organizer; another one ends every session of the one before. */
  readonly organizerSecret: () => Promise<string>;
  /** What hints say, and of which symptom. */
  readonly weaknesses: readonly Pick<WeaknessCard, 'id' | 'symptom' | 'hints'>[];
  /** What can be broken. */
  readonly experiments: readonly ExperimentCard[];
  /** What organizers can do to the day here. */
  readonly steering: readonly Steering['type'][];
  /** Looks whether everything is there that the event needs to start; beside the records, which the API looks at itself. */
  readonly readiness: () => Promise<readonly Examined[]>;
  /** What runs in a team's account, and what changed there lately, newest first. */
  readonly account: (team: Team) => Promise<AccountSight>;
  /** Absent where teams' accounts are on AWS, which has consoles of its own. */
  readonly console?: ConsolePort;
  /** Plays one customer that no score counts; undefined while the team has no address that could be asked. */
  readonly testJourney?: (team: Team) => Promise<readonly TestedStep[] | undefined>;
  /** Ways into teams' AWS accounts. */
  readonly ways?: Pick<AccessPorts, 'accountState' | 'ways'>;
  /** Absent where teams' addresses are fixed. */
  readonly endpoints?: EndpointPort;
  /** Who asks, as the server saw it. */
  readonly addressOf: (env: unknown) => string;
  /** Sessions travel over TLS alone. False only where there is none, on loopback. */
  readonly secure: boolean;
  /** Where pages come from. @default the address that a request was sent to */
  readonly origin?: string;
  /** An id that no other entry has. */
  readonly newId: () => string;
  /** Told of failures that are the server's own. */
  readonly failed: (error: unknown) => void;
  /** Whether a failure is gone a moment later, so that whoever asked may ask again. @default none is */
  readonly passesByItself?: (error: unknown) => boolean;
}

export interface RecordsPort {
  rounds(): Promise<readonly RoundRecord[]>;
  log(): Promise<readonly LogEntry[]>;
  /** False when nothing can be written any more. */
  append(entry: LogEntry): Promise<boolean>;
}

export interface ClockPort {
  /** On the event's calendar. */
  now(): Instant;
  /** On the server's clock, by which sessions end and tries are counted; the same on AWS. */
  realNow(): Instant;
  /** Event seconds per real second while the event runs. */
  speed(): number;
  /** When a start or a resumption that is asked for now takes effect. @default at the next whole minute that is 15 s away */
  readonly beginsAt?: (now: Instant) => Instant;
}

export interface AccountSight {
  readonly resources: readonly Resource[];
  readonly changes: readonly AccountChange[];
}

interface AccountChange {
  /** Event time. */
  readonly atSeconds: number;
  readonly who: string;
  readonly what: string;
}

export interface TestedStep {
  readonly name: string;
  readonly class: StepClass;
  /** Undefined where no answer came. */
  readonly latencyMs: number | undefined;
}

export interface EndpointPort {
  /** All addresses of a host; none when there is no such host. */
  resolve(host: string): Promise<readonly string[]>;
  /** Whether an address is one of the team's own account. */
  isOwn(team: Team, address: string): Promise<boolean>;
}
