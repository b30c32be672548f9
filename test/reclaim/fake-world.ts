import type { AccountRecord } from '../../lib/accounts/account-record';
import { accountStates, poolTag, poolUnitName, stateUnitName } from '../../lib/accounts/account-state';
import type { AccountRecords, Organization } from '../../lib/accounts/ports';
import type { Stacks } from '../../lib/reclaim/delete-stacks';
import type { Kind } from '../../lib/reclaim/kind';
import type { EnteredAccount, ReclaimPorts } from '../../lib/reclaim/ports';
import { receiptName, type Receipt } from '../../lib/reclaim/receipt';

export const account = '111111111111';
export const organizer = '999999999999';
export const management = '888888888888';
const START = Date.parse('2026-12-10T13:00:00Z');

/** Something in the account. */
interface Thing {
  readonly kind: 'instance' | 'network' | 'bucket' | 'role';
  readonly id: string;
  /** Things that have to be gone before it. */
  readonly needs?: readonly string[];
  /** Must be released first. */
  guarded?: boolean;
  readonly belongs?: string;
  /** Why it never goes. */
  readonly refuses?: string;
}

/** An organization with one account of the pool in a team's hands, all in memory. Every call is counted, and may be the last. */
export class FakeWorld {
  calls = 0;
  /** Number of the call that fails; 0 for none. */
  failAt = 0;
  /** Whether the failing call does its work before it fails, as one whose answer is lost. */
  failsLate = false;
  /** Whether every call after it fails too, as when the process is gone. */
  dies = true;
  private dead = false;

  unit = 'ou-live';
  tags: Readonly<Record<string, string>> = { [poolTag]: 'gameday' };
  record: AccountRecord = {
    ...{ schemaVersion: 1, pool: 'gameday', slot: 1, email: 'a@example.com', account, state: 'live', version: 1 },
    history: [{ at: new Date(START - 1000).toISOString(), state: 'live', why: 'opened' }],
  };
  things: Thing[] = [
    { kind: 'instance', id: 'i-1', guarded: true },
    { kind: 'network', id: 'vpc-1', needs: ['i-1', 'eni-1'] },
    { kind: 'network', id: 'eni-1', needs: ['i-1'] },
    { kind: 'network', id: 'vpc-default', belongs: 'of the default network' },
    { kind: 'bucket', id: 'photos' },
    { kind: 'role', id: 'gameday/reclaim', belongs: 'of every account of the pool' },
  ];
  readonly stacks = new Map([['Arena', 'CREATE_COMPLETE']]);
  experiments = ['EXP1'];
  readonly loadStopped = new Set<string>();
  readonly receipts = new Map<string, Receipt>();
  /** Things that were removed while AWS did not have the account among those being reclaimed. */
  readonly violations: string[] = [];
  moves = 0;
  entered = 0;
  waitedMs = 0;
  /** Fails before the account is entered, with this. */
  locked?: Error;
  /** Kinds that cannot be listed. */
  readonly hidden = new Set<string>();
  /** Run when something is waited for. */
  meanwhile: (world: FakeWorld) => void = () => undefined;

  /** The next process. */
  revive(): void {
    this.dead = false;
    this.failAt = 0;
  }

  ports(): ReclaimPorts {
    return {
      accounts: {
        records: this.records,
        organization: this.organization,
        organizerAccount: organizer,
        now: () => START + this.calls,
      },
      regions: ['eu-west-1'],
      enter: () => this.call(() => this.enter()),
      stopLoad: (_account, since) =>
        this.call(() => {
          this.loadStopped.add(since);
          return 'no customers arrive';
        }),
      keep: (receipt) =>
        this.call(() => {
          this.receipts.set(receiptName(receipt), receipt);
          return `reclaims/${receiptName(receipt)}.txt`;
        }),
      wait: (ms) =>
        this.call(() => {
          this.waitedMs += ms;
          this.meanwhile(this);
        }),
    };
  }

  private readonly records: AccountRecords = {
    list: () => this.call(() => [this.record]),
    save: (record) =>
      this.call(() => {
        if (record.version !== this.record.version) throw new Error('conflict');
        this.record = { ...record, version: record.version + 1 };
        return this.record;
      }),
  };

  private readonly organization = {
    describe: () =>
      this.call(() => ({ id: 'o-1', managementAccount: management, root: 'r-1', allFeatures: true, policiesOn: true })),
    units: (parent: string) =>
      this.call(() =>
        parent === 'r-1'
          ? [{ id: 'ou-pool', name: poolUnitName('gameday') }]
          : accountStates.map((state) => ({ id: `ou-${state}`, name: stateUnitName(state) })),
      ),
    tags: () => this.call(() => this.tags),
    parentOf: () => this.call(() => this.unit),
    move: (_account: string, from: string, to: string) =>
      this.call(() => {
        if (from !== this.unit) throw new Error('SourceParentNotFoundException');
        this.unit = to;
        this.moves++;
      }),
  } as unknown as Organization;

  private enter(): EnteredAccount {
    if (this.locked !== undefined) throw this.locked;
    this.entered++;
    return {
      kinds: [this.stackKind, ...this.thingKinds()],
      stacks: [this.stacksPort],
      stopExperiments: () => this.call(() => this.experiments.splice(0)),
    };
  }

  private thingKinds(): Kind[] {
    return (['instance', 'network', 'bucket', 'role'] as const).map((kind) => this.kind(kind));
  }

  private readonly stackKind: Kind = {
    ...{ service: 'any', type: 'stack', region: 'eu-west-1' },
    list: () => this.call(() => [...this.stacks.keys()].map((id) => ({ id }))),
    remove: (id) => this.stacksPort.delete(id, false),
  };

  private kind(kind: Thing['kind']): Kind {
    const found = (id: string): Thing | undefined =>
      this.things.find((thing) => thing.kind === kind && thing.id === id);
    return {
      ...{ service: 'any', type: kind, region: 'eu-west-1' },
      list: () =>
        this.call(() => {
          if (this.hidden.has(kind)) throw new Error('AccessDenied: not here');
          return this.things.filter((thing) => thing.kind === kind).map((thing) => this.listed(thing));
        }),
      release: (id) =>
        this.call(() => {
          const thing = found(id);
          if (thing !== undefined) thing.guarded = false;
        }),
      remove: (id) =>
        this.call(() => {
          const thing = found(id);
          if (thing === undefined) throw new Error(`${id} does not exist`);
          if (this.unit !== 'ou-reclaiming') this.violations.push(id);
          const needed = thing.needs?.find((each) => this.things.some((other) => other.id === each));
          if (needed !== undefined) throw new Error(`DependencyViolation: ${needed}`);
          if (thing.guarded === true) throw new Error('OperationNotPermitted: protected');
          if (thing.refuses !== undefined) throw new Error(thing.refuses);
          this.things = this.things.filter((other) => other !== thing);
        }),
    };
  }

  private listed({ kind, id, belongs }: Thing) {
    return {
      id,
      ...(belongs !== undefined && { belongs }),
      ...(kind === 'instance' && {
        priced: { kind: 'instance', id, type: 't3.small', zone: 0, surplusCreditsPerHour: 0 } as const,
      }),
    };
  }

  private readonly stacksPort: Stacks = {
    region: 'eu-west-1',
    names: () => this.call(() => [...this.stacks.keys()]),
    status: (name) => this.call(() => this.stacks.get(name)),
    delete: (name) =>
      this.call(() => {
        if (this.unit !== 'ou-reclaiming') this.violations.push(name);
        this.stacks.delete(name);
      }),
  };

  private async call<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    const fails = ++this.calls === this.failAt;
    if (this.dead || (fails && !this.failsLate)) return this.fail();
    try {
      return work();
    } finally {
      if (fails) this.fail();
    }
  }

  private fail(): never {
    this.dead ||= this.dies;
    throw new Error('the line is dead');
  }
}
