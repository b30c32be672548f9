import { randomBytes } from 'node:crypto';
import type { RecordState } from '../../lib/accounts/account-state';
import { AttemptsInMemory } from '../../lib/access/attempt-limit';
import type { CodeRecord } from '../../lib/access/code-record';
import { giveCodes } from '../../lib/access/new-codes';
import type { AccessPorts, SessionNames, TeamCodes } from '../../lib/access/ports';
import { openSession } from '../../lib/access/open-session';
import type { LogEntry } from '../../lib/core/records/records';
import { anEvent, at, someLog } from '../support/builders';

/** Codes that are kept in memory, under the same condition as in the table. */
class CodesInMemory implements TeamCodes {
  readonly records = new Map<string, CodeRecord>();

  all(): Promise<readonly CodeRecord[]> {
    return Promise.resolve([...this.records.values()]);
  }

  replace(before: CodeRecord | undefined, after: CodeRecord): Promise<void> {
    if (this.records.get(after.team)?.generation !== before?.generation) return Promise.reject(new Error('conflict'));
    this.records.set(after.team, after);
    return Promise.resolve();
  }
}

/** Where participants ask to be let in, with everything that decides in the test's hands. */
export class Desk {
  readonly codes = new CodesInMemory();
  readonly pepper = randomBytes(32);
  /** Accounts that were entered, as whom. */
  readonly entered: { account: string; names: SessionNames }[] = [];
  readonly event = anEvent();
  states = new Map<string, RecordState>();
  log: readonly LogEntry[] = someLog();
  /** The instant at which everybody asks; a minute into the event when nobody says anything else. */
  now = at(60);
  readonly ports: AccessPorts;

  constructor() {
    this.ports = {
      event: this.event,
      codes: this.codes,
      attempts: new AttemptsInMemory(),
      pepper: () => Promise.resolve(this.pepper),
      log: () => Promise.resolve(this.log),
      accountState: (account) => Promise.resolve(this.states.get(account)),
      ways: {
        credentials: (account, names) => {
          this.entered.push({ account, names });
          return Promise.resolve({
            accessKeyId: `ASIA${account}`,
            secretAccessKey: 'secret',
            sessionToken: 'token',
            expiration: new Date(this.now + 3_600_000),
          });
        },
        consoleLink: ({ accessKeyId }) => Promise.resolve(`https://signin.example/${accessKeyId}`),
      },
      now: () => this.now,
    };
  }

  /** A new code for a team. */
  async code(team: string): Promise<string> {
    const teams = this.event.teams.filter(({ id }) => id === team);
    const [given] = await giveCodes(this.codes, teams, this.pepper, randomBytes);
    return given?.code ?? '';
  }

  /** A session of a team that has just shown a new code. */
  async session(team: string): Promise<string> {
    const opened = await openSession(this.ports, await this.code(team), '192.0.2.1');
    if (!opened.ok) throw new Error(opened.refusal);
    return opened.session;
  }
}
