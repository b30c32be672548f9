import type { ResolvedRun } from '../../lib/core/experiments/resolve-targets';
import type { AccountRecord } from '../../lib/accounts/account-record';
import type { RecordState } from '../../lib/accounts/account-state';
import { eventId } from '../../lib/core/event/event-id';
import type { LogEntry } from '../../lib/core/records/records';
import type { StackPreview } from '../../lib/deploy/deployer';
import { deployTargets } from '../../lib/deploy/target';
import { doctorChecks } from '../../lib/doctor/checks';
import { examine, type Examined } from '../../lib/doctor/examine';
import type { DoctorPorts, JourneyFound, PlaneView, Standing } from '../../lib/doctor/ports';
import { anEvent, at } from '../support/builders';

const organizer = '999999999999';
const healthy: StackPreview = { status: 'UPDATE_COMPLETE', bootstraps: false, added: 0, changed: 0, removed: 0 };

/** An event of which everything is well, until a test says otherwise. */
export class Surgery {
  readonly event = anEvent();
  log: readonly LogEntry[] = [];
  now = at(-600);
  readonly records = new Map<string, AccountRecord>(
    this.event.teams.map(({ account }, index) => [account, aRecord(index + 1, account, 'available')]),
  );
  readonly standings = new Map<string, Standing>(
    this.event.teams.map(({ account }) => [account, { pool: 'gameday', state: 'available' }]),
  );
  /** What a dry run of the planned experiments finds. */
  resolved: readonly ResolvedRun[] = [];
  missingGuardrails: readonly string[] = [];
  /** `account role` of what may not be assumed. */
  readonly unassumable = new Set<string>();
  readonly trusts = new Map<string, string>();
  /** By id of the target. */
  readonly previews = new Map<string, Partial<StackPreview>>();
  readonly journeys = new Map<string, JourneyFound | Error>();
  /** Where customers were sent. */
  readonly visited = new Map<string, string>();
  sent = 0;
  plane: Partial<PlaneView> | undefined = {};

  /** Makes every check. */
  async look(): Promise<Examined[]> {
    const targets = deployTargets(
      this.event,
      { teams: [], organizer: false },
      { account: organizer, region: 'eu-west-1' },
    );
    const checks = doctorChecks({ event: this.event, file: 'spring.yaml', organizer, targets, tasks: 2 }, this.ports());
    return examine(checks, { concurrency: 4, limitMs: 1000, wait: () => new Promise(() => undefined) });
  }

  /** What is red, as `subject, name: words`. */
  async reds(): Promise<string[]> {
    return (await this.look()).flatMap(({ team, name, finding }) =>
      finding.verdict === 'red' ? [`${team ?? 'event'}, ${name}: ${finding.says}`] : [],
    );
  }

  /** What to do about what is red. */
  async fixes(): Promise<string[]> {
    return (await this.look()).flatMap(({ finding }) => (finding.verdict === 'red' ? [finding.fix] : []));
  }

  private ports(): DoctorPorts {
    const role = (program: string) => `"arn:aws:iam::${organizer}:role/gameday/${eventId(this.event)}-${program}"`;
    return {
      pool: {
        records: () => Promise.resolve([...this.records.values()]),
        standing: (account) => Promise.resolve(this.standings.get(account) ?? { pool: undefined, state: undefined }),
        missingGuardrails: () => Promise.resolve(this.missingGuardrails),
      },
      accounts: {
        enter: (account, name) =>
          this.unassumable.has(`${account} ${name}`) ? Promise.reject(new Error('no')) : Promise.resolve(),
        observerTrust: (account) =>
          Promise.resolve(this.trusts.get(account) ?? `[${role('scorer')},${role('load')},${role('api')}]`),
        address: (account) => Promise.resolve({ url: `http://${account}.example`, signingKey: 'key' }),
      },
      preview: ({ id }) => Promise.resolve({ ...healthy, ...this.previews.get(id) }),
      plane: this.plane && { ...this.goodPlane(), ...this.plane },
      journey: ({ id }, { url }) => {
        this.visited.set(id, url);
        const found = this.journeys.get(id) ?? { ok: true, steps: 4, slowestMs: 80 };
        return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
      },
      experiments: () => Promise.resolve(this.resolved),
      now: () => this.now,
    };
  }

  private goodPlane(): PlaneView {
    return {
      log: () => Promise.resolve(this.log),
      table: () => Promise.resolve({ status: 'ACTIVE', recovery: true, protection: true }),
      heartbeats: () => Promise.resolve(8),
      scoredAt: () => Promise.resolve(this.now - 30_000),
      board: () => Promise.resolve({ status: 200, body: '{"version":1}' }),
      listeners: () => Promise.resolve([{ endpoint: 'me@example.com', confirmed: true }]),
      sent: () => Promise.resolve(this.sent),
    };
  }
}

export const aRecord = (slot: number, account: string, state: RecordState): AccountRecord => ({
  schemaVersion: 1,
  pool: 'gameday',
  slot,
  email: `aws+gameday-${slot}@example.com`,
  account,
  state,
  version: 1,
  history: [],
});
