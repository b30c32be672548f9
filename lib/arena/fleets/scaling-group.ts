import type { ScalingGroup } from '../../architecture/architecture';
import type { TierModel } from '../application';
import type { Realm } from '../realm';
import { Backoff } from './backoff';
import { Fleet, type FleetProgress } from './fleet';
import { isHealthy, isRunning, whyEnded, whyUnfit, type Member } from './member';
import { Members } from './members';
import { inService, refreshPacing, updatePacing, type Pacing, type Readiness } from './refresh';
import { groupRevision, type Revision } from './revision';
import { fullestZoneMember, imbalance, leastWanted } from './zones';

/** Launches that no zone takes are tried again after half a minute, then less and less often, up to every five minutes: our estimate. */
const launchRetry = [30, 300] as const;

/** An Auto Scaling group: holds its number, replaces what fails, spreads over zones, scales, and brings new launch templates in. */
export class ScalingGroupFleet extends Fleet {
  protected override readonly mayScaleIn = true;
  private revision: Revision;
  private pacing: Pacing;

  constructor(
    private group: ScalingGroup,
    private model: TierModel | undefined,
    realm: Realm,
    standing: boolean,
  ) {
    const members = new Members(group.id, realm, new Backoff(...launchRetry), group.places, group.targetGroups);
    super(group.id, realm, members, group, group.policies, group.desired ?? group.min);
    this.revision = groupRevision(group, model);
    this.pacing = this.refreshPacing();
    for (let i = 0; i < this.desired; i++) members.launch(this.revision, standing);
  }

  override get tier(): string | undefined {
    return this.model?.id;
  }

  configure(group: ScalingGroup, model: TierModel | undefined): void {
    const before = this.group;
    const goodBefore = this.good;
    this.group = group;
    this.model = model;
    this.members.places = group.places;
    this.members.move(group.targetGroups);
    if (this.good.fingerprint !== goodBefore.fingerprint) {
      this.revision = this.good;
      this.pacing = updatePacing(group.replacement, this.warmupSeconds);
    }
    const stated = group.desired !== undefined && group.desired !== before.desired;
    this.rescale(group, group.policies, stated ? group.desired : this.desired);
    this.review();
  }

  override review(): void {
    this.members.sweep();
    this.judge();
    this.rebalance();
    this.fill();
    this.replace();
    this.fill();
    const { members } = this;
    for (let extra = members.present().length - this.room(); extra > 0; extra--) {
      members.dismiss(
        leastWanted(members.present(), (member) => this.isOutdated(member)),
        'scaled in',
      );
    }
  }

  protected override get stated(): Revision {
    return groupRevision(this.group, this.model);
  }

  protected override get outdated(): number {
    return this.members.present().filter((member) => this.isOutdated(member)).length;
  }

  protected override get state(): FleetProgress['state'] {
    const ready = this.members.present().filter((member) => this.isKept(member) && this.isReady(member)).length;
    return ready === this.desired && ready === this.members.present().length ? 'steady' : 'in-progress';
  }

  protected override roll(revision: Revision): void {
    if (revision.fingerprint === this.revision.fingerprint) return;
    this.revision = revision;
    this.pacing = this.refreshPacing();
    this.review();
  }

  /** https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html */
  private get warmupSeconds(): number {
    return this.group.warmupSeconds ?? this.group.graceSeconds;
  }

  private refreshPacing(): Pacing {
    return refreshPacing(this.group.replacement, this.warmupSeconds);
  }

  /** Target groups whose verdict counts: none with EC2 health checks. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html */
  private get heeded(): readonly string[] {
    return this.group.healthCheck === 'ELB' ? this.group.targetGroups : [];
  }

  /**
   * What failed goes at once and is launched anew at the same time, unless an instance maintenance policy wants the new one first.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html
   */
  private judge(): void {
    const launchFirst = this.group.replacement.maintenance?.minPercent === 100;
    for (const member of this.members.present()) {
      const ended = whyEnded(member);
      member.unfit ??= ended ?? whyUnfit(member, this.realm, this.heeded, this.group.graceSeconds);
      if (member.unfit !== undefined && (ended !== undefined || !launchFirst))
        this.members.dismiss(member, member.unfit);
    }
  }

  /** When one zone holds two more than another, one of them moves, as soon as nothing else is going on. https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html#arch-AutoScalingMultiAZ */
  private rebalance(): void {
    const { places } = this.group;
    const present = this.members.present();
    const open = places.every(({ zone }) => this.realm.servers.takesLaunches(zone));
    if (!open) for (const member of present) member.misplaced = false;
    const calm = present.length === this.desired && present.every((each) => this.isKept(each) && this.isReady(each));
    if (open && calm && imbalance(places, present) >= 2) fullestZoneMember(present).misplaced = true;
  }

  private fill(): void {
    const { members } = this;
    const missing = () => members.present().filter((member) => this.isKept(member)).length < this.desired;
    while (missing() && members.present().length < this.room() && members.launch(this.revision, false)) continue;
  }

  /** How many instances there may be now, those included that another one is launched for before they go. */
  private room(): number {
    const { desired, pacing, group } = this;
    const present = this.members.present();
    const outdated = present.filter((member) => this.isOutdated(member)).length;
    const held = present.filter((member) => !this.isKept(member) && !this.isOutdated(member)).length;
    // Moving between zones may pass the maximum by a tenth, or by one.
    const margin = Math.max(1, Math.floor(group.max / 10), this.refreshPacing().most(desired) - desired);
    return Math.max(desired + Math.min(held, margin), Math.min(pacing.most(desired), desired + outdated));
  }

  private replace(): void {
    for (const member of this.members.present()) {
      if (this.isKept(member) || !this.mayGo(member)) continue;
      this.members.dismiss(member, member.unfit ?? (member.misplaced ? 'moves to another zone' : 'replaced'));
    }
  }

  private mayGo(member: Member): boolean {
    const { desired, pacing } = this;
    const others = this.members.present().filter((other) => other !== member);
    if (this.isOutdated(member)) {
      const ready = (each: Member) => this.isReady(each, pacing);
      return !ready(member) || others.filter(ready).length >= pacing.least(desired);
    }
    if (this.isReady(member)) return others.filter((each) => this.isReady(each)).length >= desired;
    // It does not work any more: whoever takes its place has to.
    return others.length >= desired && others.every((each) => !this.isKept(each) || this.isReady(each));
  }

  private isOutdated(member: Member): boolean {
    return member.revision !== this.revision.fingerprint;
  }

  /** It stays: it is of the current revision, fit, and where it should be. */
  private isKept(member: Member): boolean {
    const placed = this.group.places.some(({ subnet }) => subnet === member.server.place.subnet);
    return !this.isOutdated(member) && !member.misplaced && member.unfit === undefined && placed;
  }

  private isReady(member: Member, { readySeconds, checksHealth }: Readiness = inService): boolean {
    const { now } = this.realm.simulation;
    if (!isRunning(member, now) || member.unfit !== undefined || now - member.inServiceAt < readySeconds) return false;
    return !checksHealth || isHealthy(member, this.realm, this.heeded);
  }
}
