import type { Service } from '../../architecture/architecture';
import type { TierModel } from '../application';
import type { Realm } from '../realm';
import { Backoff } from './backoff';
import { begin, count, isHopeless, type Deployment } from './deployment';
import { Fleet, type FleetProgress } from './fleet';
import { isHealthy, isRunning, whyEnded, whyUnfit, type Member } from './member';
import { Members } from './members';
import { serviceRevision, type Revision } from './revision';
import { fullestZoneMember, imbalance, leastWanted } from './zones';

/**
 * Tasks that cannot even be started are tried again less and less often, up to every 27 minutes. Those that end after their start are
 * not throttled. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
const startThrottle = [10, 27 * 60] as const;

/** Without a load balancer a task counts as working after 40 s. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
const uncheckedSeconds = 40;

/** An ECS service: holds its number of tasks, replaces what fails, spreads over zones, scales, and deploys new revisions. */
export class ServiceFleet extends Fleet {
  private deployment: Deployment;
  /** What a failed deployment goes back to. */
  private completed: Revision | undefined;

  constructor(
    private service: Service,
    private model: TierModel | undefined,
    realm: Realm,
    standing: boolean,
  ) {
    const members = new Members(service.id, realm, new Backoff(...startThrottle), service.places, service.targetGroups);
    super(service.id, realm, members, bounds(service), service.policies, service.desired);
    this.deployment = begin(this.good);
    if (standing) this.complete();
    for (let i = 0; i < this.desired; i++) members.launch(this.good, standing);
  }

  override get tier(): string | undefined {
    return this.model?.id;
  }

  configure(service: Service, model: TierModel | undefined): void {
    const before = this.service;
    const goodBefore = this.good;
    this.service = service;
    this.model = model;
    this.members.places = service.places;
    this.members.move(service.targetGroups);
    if (this.good.fingerprint !== goodBefore.fingerprint) this.roll(this.good);
    this.rescale(
      bounds(service),
      service.policies,
      service.desired === before.desired ? this.desired : service.desired,
    );
    this.review();
  }

  override review(): void {
    this.members.sweep();
    this.judge();
    this.breakCircuit();
    this.rebalance();
    this.fill();
    this.replaceUnfit();
    this.replaceOutdated();
    this.fill();
    this.scaleIn();
    const settled =
      this.current().filter((member) => this.works(member)).length >= this.desired && this.old().length === 0;
    if (this.deployment.state === 'in-progress' && settled) this.complete();
  }

  protected override get stated(): Revision {
    return serviceRevision(this.service, this.model);
  }

  protected override get outdated(): number {
    return this.old().length;
  }

  protected override get state(): FleetProgress['state'] {
    if (this.deployment.state === 'failed') return 'failed';
    return this.deployment.state === 'completed' && this.working() === this.desired ? 'steady' : 'in-progress';
  }

  protected override roll(revision: Revision): void {
    if (revision.fingerprint === this.deployment.revision.fingerprint) return;
    this.deployment = begin(revision);
    this.members.forgive();
    this.review();
  }

  /** While a deployment is in progress, Application Auto Scaling scales out only. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html */
  protected override get mayScaleIn(): boolean {
    return this.deployment.state !== 'in-progress';
  }

  /** How many have to work while tasks are replaced. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
  private get least(): number {
    return Math.ceil((this.desired * this.service.deployment.minPercent) / 100);
  }

  /** How many there may be. */
  private get most(): number {
    return Math.max(this.desired, Math.floor((this.desired * this.service.deployment.maxPercent) / 100));
  }

  private complete(): void {
    this.deployment = { ...this.deployment, state: 'completed' };
    this.completed = this.deployment.revision;
  }

  private judge(): void {
    const { members, realm, service } = this;
    for (const member of members.present()) {
      const ended = whyEnded(member);
      const unfit = member.unfit;
      member.unfit ??= ended ?? whyUnfit(member, realm, service.targetGroups, service.graceSeconds);
      if (unfit === undefined && member.unfit !== undefined && !member.proven) this.count(member, 'failed');
      if (ended !== undefined) members.dismiss(member, ended);
      else if (!member.proven && this.works(member)) {
        member.proven = true;
        this.count(member, 'worked');
      }
    }
  }

  private count(member: Member, outcome: 'failed' | 'worked'): void {
    if (member.revision !== this.deployment.revision.fingerprint) return;
    this.deployment = count(this.deployment, outcome, this.service.circuitBreaker);
  }

  /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
  private breakCircuit(): void {
    const { deployment, completed, service } = this;
    if (!isHopeless(deployment, service.circuitBreaker, this.desired)) return;
    this.realm.note(this.id, `gives its deployment up after ${deployment.failures} failed tasks`);
    this.deployment = { ...deployment, state: 'failed' };
    if (service.circuitBreaker?.rollback !== true || completed === undefined) return;
    this.realm.note(this.id, 'rolls back');
    // Until the rollback is completed there is nothing to go back to.
    this.completed = undefined;
    this.deployment = begin(completed);
  }

  /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html */
  private rebalance(): void {
    const { places } = this.service;
    const present = this.members.present();
    const open = places.every(({ zone }) => this.realm.servers.takesLaunches(zone));
    if (!open) for (const member of present) member.misplaced = false;
    const calm = present.length === this.desired && present.every((member) => this.works(member) && !member.misplaced);
    const able = this.service.rebalances && this.service.deployment.maxPercent > 100;
    if (able && open && calm && imbalance(places, present) >= 2) fullestZoneMember(present).misplaced = true;
  }

  /** A task that failed is replaced by one of its own revision: in a deployment the old ones too, as long as they have to stay. */
  private fill(): void {
    const { members, deployment, completed } = this;
    const room = () => members.present().length < this.most;
    if (deployment.state !== 'failed') {
      while (this.current().length < this.desired && room() && members.launch(deployment.revision, false)) continue;
    }
    if (completed === undefined || completed.fingerprint === deployment.revision.fingerprint) return;
    const working = this.current().filter((member) => this.works(member)).length;
    while (this.old().length < this.least - working && room() && members.launch(completed, false)) continue;
  }

  /**
   * An unhealthy task stays until its replacement works, or, where there is no room for one, goes first, one at a time.
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
   */
  private replaceUnfit(): void {
    const { members, deployment, desired } = this;
    const unfit = members.present().filter((member) => member.unfit !== undefined);
    let crowded = members.present().length >= this.most && this.current().length < desired;
    for (const member of unfit) {
      const abandoned = deployment.state === 'failed' && member.revision === deployment.revision.fingerprint;
      if (!abandoned && !crowded && this.working() < desired) continue;
      crowded = false;
      members.dismiss(member, member.unfit ?? '');
    }
  }

  /** Old tasks go when there are more working ones than desired, or to make room for new ones, as long as enough keep working. */
  private replaceOutdated(): void {
    const old = this.old();
    if (old.length === 0 || this.deployment.state === 'failed') return;
    const { members, desired } = this;
    const working = this.working();
    let spare = working - desired;
    let dispensable = working - this.least;
    let room = desired - this.current().length - (this.most - members.present().length);
    for (const member of [...old].sort((a, b) => Number(this.works(a)) - Number(this.works(b)))) {
      if (this.works(member)) {
        if (dispensable <= 0 || (room <= 0 && spare <= 0)) continue;
        dispensable -= 1;
        spare -= 1;
      } else if (room <= 0 && working < desired) continue;
      room -= 1;
      members.dismiss(member, member.misplaced ? 'moves to another zone' : 'replaced');
    }
  }

  private scaleIn(): void {
    for (let extra = this.current().length - this.desired; extra > 0; extra--) {
      this.members.dismiss(
        leastWanted(this.current(), () => false),
        'scaled in',
      );
    }
  }

  /** Fit tasks of the revision that is deployed. */
  private current(): Member[] {
    return this.members.present().filter((member) => member.unfit === undefined && !this.isOld(member));
  }

  /** Fit tasks that others are to take the place of. */
  private old(): Member[] {
    return this.members.present().filter((member) => member.unfit === undefined && this.isOld(member));
  }

  private isOld(member: Member): boolean {
    return member.misplaced || member.revision !== this.deployment.revision.fingerprint;
  }

  private working(): number {
    return this.members.present().filter((member) => this.works(member)).length;
  }

  private works(member: Member): boolean {
    const { now } = this.realm.simulation;
    const { targetGroups } = this.service;
    const seasoned = targetGroups.length > 0 || now - member.inServiceAt >= uncheckedSeconds;
    return (
      isRunning(member, now) && seasoned && member.unfit === undefined && isHealthy(member, this.realm, targetGroups)
    );
  }
}

const bounds = (service: Service) => ({ min: service.bounds?.min ?? 0, max: service.bounds?.max ?? Infinity });
