import type { ScalingPolicy } from '../../architecture/scaling-policy';
import type { Realm } from '../realm';
import type { Server } from '../servers/server';
import type { Members } from './members';
import { measure, startMinute } from './metrics';
import { brokenRevision, type Revision } from './revision';
import { Scaling } from './scaling';

/** How few and how many servers a fleet may be scaled to. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** How far a fleet is from what it should be; `failed` is a deployment that was given up. */
export interface FleetProgress {
  readonly desired: number;
  readonly outdated: number;
  readonly state: 'steady' | 'in-progress' | 'failed';
}

/** A number of servers of one kind that is held and scaled: an Auto Scaling group or an ECS service. */
export abstract class Fleet {
  protected desired: number;
  private readonly scaling: Scaling;
  private breaks = 0;
  private renewals = 0;

  protected constructor(
    readonly id: string,
    protected readonly realm: Realm,
    protected readonly members: Members,
    private bounds: Bounds,
    policies: readonly ScalingPolicy[],
    desired: number,
  ) {
    this.desired = bounded(desired, bounds);
    this.scaling = new Scaling(policies);
  }

  get servers(): readonly Server[] {
    return this.members.present().map(({ server }) => server);
  }

  /** The application's tier that it runs. */
  abstract get tier(): string | undefined;

  /** What its scheduler looks at every few seconds: replaces what failed, then brings the number to what is desired. */
  abstract review(): void;

  /** What the template says is to run. */
  protected abstract get stated(): Revision;

  /** How many of its servers others are to take the place of. */
  protected abstract get outdated(): number;

  protected abstract get state(): FleetProgress['state'];

  /** What is to run, each time that it was deployed anew. */
  protected get good(): Revision {
    const { stated, renewals } = this;
    return renewals === 0 ? stated : { ...stated, fingerprint: `${stated.fingerprint} #${renewals}` };
  }

  /** From now on this is what is to run. Nothing happens when it is already. */
  protected abstract roll(revision: Revision): void;

  /** Whether policies may take servers away now. */
  protected abstract get mayScaleIn(): boolean;

  /** How far it is from what it should be. */
  get progress(): FleetProgress {
    return { desired: this.desired, outdated: this.outdated, state: this.state };
  }

  /** Everything of it is replaced by the same, at its usual pace: an instance refresh, or a new deployment that was forced. */
  redeploy(): void {
    this.renewals += 1;
    this.realm.note(this.id, 'is deployed anew');
    this.roll(this.good);
  }

  /** All of it goes, as when it is deleted. */
  disband(): void {
    for (const member of this.members.present()) this.members.dismiss(member, 'deleted');
  }

  /** A minute's metrics are in: whatever the policies want happens. */
  minute(): void {
    const { members, realm } = this;
    const present = members.present();
    const wanted = this.scaling.minute({
      atSeconds: realm.simulation.now,
      capacity: this.desired,
      measure: (metric, warmupSeconds) => measure(realm, present, members.groups, metric, warmupSeconds),
    });
    startMinute(present);
    this.setDesired(this.mayScaleIn ? wanted : Math.max(wanted, this.desired), 'as its policies say');
  }

  /** A revision whose program ends right after its start is deployed to all of it. @returns what brings the good one back */
  deployBroken(): () => void {
    this.breaks += 1;
    this.roll(brokenRevision(this.good));
    return () => {
      this.breaks -= 1;
      if (this.breaks === 0) this.roll(this.good);
    };
  }

  protected rescale(bounds: Bounds, policies: readonly ScalingPolicy[], desired: number): void {
    this.bounds = bounds;
    this.scaling.configure(policies);
    this.setDesired(desired, 'as the stack says');
  }

  private setDesired(wanted: number, reason: string): void {
    const desired = bounded(wanted, this.bounds);
    if (desired === this.desired) return;
    this.realm.note(this.id, `goes from ${this.desired} to ${desired} ${reason}`);
    this.desired = desired;
    this.review();
  }
}

const bounded = (count: number, { min, max }: Bounds): number => Math.min(max, Math.max(min, count));
