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

/** A number of servers of one kind that is held and scaled: an Auto Scaling group or an ECS service. */
export abstract class Fleet {
  protected desired: number;
  private readonly scaling: Scaling;
  private breaks = 0;

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
  protected abstract get good(): Revision;

  /** From now on this is what is to run. Nothing happens when it is already. */
  protected abstract roll(revision: Revision): void;

  /** Whether policies may take servers away now. */
  protected abstract get mayScaleIn(): boolean;

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
