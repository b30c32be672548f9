import type { AccountRecord } from '../../lib/accounts/account-record';
import type { AccountInterior } from '../../lib/accounts/interior';
import type { ReadyPorts } from '../../lib/accounts/make-ready';
import type { AccountRecords, Creation, MemberAccount, Organization, Policy, Unit } from '../../lib/accounts/ports';
import { GameDayError } from '../../lib/core/errors';

export const organizer = '999999999999';
export const management = '888888888888';
const START = Date.parse('2026-12-09T09:00:00Z');

interface FakeAccount extends MemberAccount {
  parent: string;
  tags: Record<string, string>;
  status: string;
  /** Questions until it can be entered. */
  knocks: number;
  baselines: number;
  bootstraps: number;
}
interface FakeRequest {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Questions until there is an outcome. */
  asks: number;
  account?: string;
  failure?: string;
}

/** The process is gone: whatever it calls after that fails too. */
class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * AWS Organizations and the records in memory, as AWS answers: requests take time, an address is used once, accounts begin at the root.
 * Every call is counted, and one may be the last of a process, before or after it did its work.
 */
export class FakeOrganization {
  calls = 0;
  /** Number of the call that kills the process; 0 for none. */
  killAt = 0;
  /** Whether that call still does its work. */
  killsLate = false;
  private dead = false;

  readonly accounts = new Map<string, FakeAccount>();
  readonly requests: FakeRequest[] = [];
  readonly policies = new Map<string, { name: string; text: string }>();
  readonly attached = new Set<string>();
  readonly kept = new Map<number, AccountRecord>();
  readonly facts = { id: 'o-example1234', managementAccount: management, root: 'r-1', allFeatures: true };
  policiesOn = false;
  /** What AWS answers to the next requests for an account, the first first; '' makes it. */
  readonly outcomes: string[] = [];
  /** Addresses of AWS accounts elsewhere. */
  readonly taken = new Set<string>();
  refusesToClose?: string;
  vcpus?: number;
  locked = false;
  waitedMs = 0;
  changes = 0;
  private readonly made: { id: string; name: string; parent: string }[] = [];

  /** The next process. */
  revive(): void {
    this.dead = false;
    this.killAt = 0;
  }

  /** An account that is there already. */
  add(id: string, more: Partial<FakeAccount> = {}): FakeAccount {
    const account: FakeAccount = {
      ...{ id, name: id, email: `${id}@example.com`, status: 'ACTIVE', parent: this.facts.root, tags: {} },
      ...{ knocks: 0, baselines: 0, bootstraps: 0 },
      ...more,
    };
    this.accounts.set(id, account);
    return account;
  }

  unitNameOf(account: string): string | undefined {
    const parent = this.accounts.get(account)?.parent;
    return this.made.find(({ id }) => id === parent)?.name;
  }

  unitId(name: string): string {
    return this.made.find((unit) => unit.name === name)?.id ?? `no unit ${name}`;
  }

  ports(): ReadyPorts {
    const now = () => START + this.waitedMs;
    return {
      records: this.records,
      organization: this.organization,
      interior: this.interior,
      organizerAccount: organizer,
      now,
      patience: {
        now,
        random: () => 0.5,
        wait: (ms) => Promise.resolve(void (this.waitedMs += ms)),
      },
    };
  }

  private async call<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.dead) throw new Killed();
    this.calls += 1;
    if (this.calls !== this.killAt) return work();
    this.dead = true;
    if (this.killsLate) work();
    throw new Killed();
  }

  private change<T>(work: () => T): Promise<T> {
    return this.call(() => {
      this.changes += 1;
      return work();
    });
  }

  private readonly records: AccountRecords = {
    list: () => this.call(() => [...this.kept.values()].sort((a, b) => a.slot - b.slot)),
    save: (record) =>
      this.change(() => {
        if ((this.kept.get(record.slot)?.version ?? 0) !== record.version) {
          throw new GameDayError('RecordConflict', 'somebody was faster', 'again');
        }
        const next = { ...record, version: record.version + 1 };
        this.kept.set(record.slot, next);
        return next;
      }),
  };

  private readonly organization: Organization = {
    describe: () => this.call(() => ({ ...this.facts, policiesOn: this.policiesOn })),
    enablePolicies: () => this.change(() => void (this.policiesOn = true)),
    units: (parent) => this.call(() => this.made.filter((unit) => unit.parent === parent) as readonly Unit[]),
    createUnit: (parent, name) =>
      this.change(() => {
        if (this.made.some((unit) => unit.parent === parent && unit.name === name))
          throw new Error(`two units ${name}`);
        const id = `ou-${this.made.length + 1}`;
        this.made.push({ id, name, parent });
        return id;
      }),
    accounts: () => this.call(() => [...this.accounts.values()]),
    accountsIn: (unit) => this.call(() => [...this.accounts.values()].filter(({ parent }) => parent === unit)),
    parentOf: (account) => this.call(() => this.accounts.get(account)?.parent),
    move: (account, from, to) =>
      this.change(() => {
        const known = this.accounts.get(account);
        if (known?.parent !== from) throw new Error(`${account} is not in ${from}`);
        known.parent = to;
      }),
    tags: (account) => this.call(() => this.accounts.get(account)?.tags ?? {}),
    tag: (account, tags) => this.change(() => void Object.assign(this.accounts.get(account)?.tags ?? {}, tags)),
    requestAccount: ({ email, name, tags }) => this.change(() => this.request(email, name, tags)),
    creation: (id) => this.call(() => this.asked(this.requests.find((request) => request.id === id)!)),
    creationsUnderWay: () =>
      this.call(() => this.requests.filter((request) => request.asks > 0).map((request) => answer(request))),
    close: (account) =>
      this.change(() => {
        if (this.refusesToClose !== undefined) return this.refusesToClose;
        this.accounts.get(account)!.status = 'SUSPENDED';
        return undefined;
      }),
    policies: () => this.call(() => [...this.policies].map(([id, { name }]): Policy => ({ id, name }))),
    policyText: (id) => this.call(() => this.policies.get(id)?.text ?? ''),
    createPolicy: (name, _description, text) =>
      this.change(() => {
        const id = `p-${this.policies.size + 1}`;
        this.policies.set(id, { name, text });
        return id;
      }),
    updatePolicy: (id, text) => this.change(() => void Object.assign(this.policies.get(id)!, { text })),
    policiesOf: (target) =>
      this.call(() =>
        [...this.policies]
          .filter(([id]) => this.attached.has(`${id} ${target}`))
          .map(([id, { name }]) => ({ id, name })),
      ),
    attach: (id, target) => this.change(() => void this.attached.add(`${id} ${target}`)),
    detach: (id, target) => this.change(() => void this.attached.delete(`${id} ${target}`)),
  };

  private readonly interior: AccountInterior = {
    isOpen: (account) =>
      this.call(() => {
        const known = this.accounts.get(account)!;
        known.knocks -= 1;
        return !this.locked && known.knocks < 0;
      }),
    baseline: (account) => this.change(() => void (this.accounts.get(account)!.baselines += 1)),
    bootstrap: (account) => this.change(() => void (this.accounts.get(account)!.bootstraps += 1)),
    missing: (account) =>
      this.call(() => (this.accounts.get(account)!.baselines > 0 ? [] : ['the stack GameDayBaseline'])),
    vcpuQuota: () => this.call(() => this.vcpus),
  };

  private request(email: string, name: string, tags: Readonly<Record<string, string>>): Creation {
    const id = `car-${this.requests.length + 1}`;
    const used = this.taken.has(email) || [...this.accounts.values()].some((account) => account.email === email);
    const failure = this.outcomes.shift() || (used ? 'EMAIL_ALREADY_EXISTS' : undefined);
    const request: FakeRequest = { id, name, email, tags, asks: 2, ...(failure !== undefined && { failure }) };
    this.requests.push(request);
    return answer(request);
  }

  private asked(request: FakeRequest): Creation {
    request.asks -= 1;
    if (request.asks === 0 && request.failure === undefined) {
      request.account = String(100_000_000_000 + this.accounts.size + 1);
      const { email, name, tags } = request;
      this.add(request.account, { email, name, tags: { ...tags }, knocks: 2 });
    }
    return answer(request);
  }
}

const answer = ({ id, name, asks, account, failure }: FakeRequest): Creation => ({
  requestId: id,
  name,
  state: asks > 0 ? 'IN_PROGRESS' : failure === undefined ? 'SUCCEEDED' : 'FAILED',
  ...(asks <= 0 && account !== undefined && { account }),
  ...(asks <= 0 && failure !== undefined && { failure }),
});
