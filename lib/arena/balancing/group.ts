import type { TargetGroup } from '../../architecture/architecture';
import type { Simulation } from '../clock/simulation';
import { stale, timedOut, type Visits } from '../customers/visits';
import type { Flow } from '../flow';
import type { Note } from '../realm';
import type { Server } from '../servers/server';
import { areTooFew, eligible, isHealthy, isPresent } from './eligible';
import { judge } from './health';
import { statusMatches } from './patterns';
import type { Routes } from './routes';
import { Target, type TargetState } from './target';
import { Turns } from './turns';

/** What a target group has to do with. */
export interface GroupSite {
  readonly simulation: Simulation;
  readonly visits: Visits;
  readonly flow: Flow;
  readonly routes: Routes;
  readonly note: Note;
}

/** A target group: who is in it, who is healthy, and whose turn it is. */
export class Group {
  readonly targets: Target[] = [];
  /** For scaling on requests per target. */
  requestsLastMinute = 0;
  private requests = 0;
  private registrations = 0;
  private readonly everywhere = new Turns<Target>();
  private inZone: Turns<Target>[] = [];

  /**
   * @param zones in which the load balancer has nodes that send requests here; none when no listener leads here
   * @param changed called when somebody else may be eligible now
   */
  constructor(
    private settings: TargetGroup,
    private zones: readonly number[],
    private readonly site: GroupSite,
    private readonly changed: () => void,
  ) {}

  get id(): string {
    return this.settings.id;
  }

  /** Whether its targets understand what it says. */
  get plain(): boolean {
    return this.settings.plain;
  }

  get crossZone(): boolean {
    return this.settings.crossZone;
  }

  /** The port that a server of this group is called on. */
  portOf(server: Server): number {
    return server.spec.port ?? this.settings.port;
  }

  configure(settings: TargetGroup, zones: readonly number[]): void {
    this.settings = settings;
    this.zones = zones;
    this.choose();
  }

  tryFind(server: Server): Target | undefined {
    return this.targets.find((target) => target.server === server && target.state !== 'draining');
  }

  /** @param proven the target has been serving already, as everything has when the arena opens */
  register(server: Server, proven: boolean): void {
    if (this.tryFind(server) !== undefined) return;
    const target = new Target(server, this.registrations++, proven ? 'healthy' : 'initial');
    this.targets.push(target);
    this.choose();
    // The first check comes at once; those of targets that were there before are spread over the interval.
    const among = (this.targets.length % 8) / 8;
    this.site.simulation.after(proven ? this.settings.health.intervalSeconds * among : 1, () => this.check(target));
  }

  /**
   * No new requests from now on; those in flight may end within the deregistration delay, and are cut off after it.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
   * @param then called when nothing of it is left here
   */
  deregister(server: Server, then: () => void = () => undefined): void {
    const target = this.tryFind(server);
    if (target === undefined) return then();
    const { simulation, flow } = this.site;
    target.state = 'draining';
    this.choose();
    const deadline = simulation.now + this.settings.deregistrationDelaySeconds;
    const wait = () => {
      if (target.outstanding > 0 && simulation.now < deadline && !server.silent) {
        simulation.after(Math.min(1, deadline - simulation.now), wait);
        return;
      }
      target.gone = true;
      this.targets.splice(this.targets.indexOf(target), 1);
      flow.cutOff(target);
      then();
    };
    wait();
  }

  /** The target whose turn it is. @param zone of the node that asks @returns `undefined` when nobody is registered for it */
  pick(zone: number): Target | undefined {
    const { settings } = this;
    const turns = settings.crossZone ? this.everywhere : this.inZone[zone];
    if (turns === undefined) return undefined;
    this.requests += 1;
    return settings.algorithm === 'round_robin'
      ? turns.inTurn(this.site.simulation.now, settings.slowStartSeconds)
      : turns.leastOutstanding();
  }

  /** To be called every minute. */
  minute(): void {
    this.requestsLastMinute = this.requests;
    this.requests = 0;
  }

  healthyCount(): number {
    return this.targets.filter(isHealthy).length;
  }

  /** Whether enough targets are healthy for the node of a zone to stay in DNS. */
  serves(zone: number): boolean {
    const present = this.visibleFrom(zone).filter(isPresent);
    return !areTooFew(present.filter(isHealthy).length, present.length, this.settings.dnsFailover);
  }

  private visibleFrom(zone: number): Target[] {
    return this.targets.filter(({ server }) => this.settings.crossZone || server.place.zone === zone);
  }

  private choose(): void {
    const { crossZone, routingFailover } = this.settings;
    if (crossZone) this.everywhere.settle(eligible(this.targets, routingFailover));
    else {
      for (const zone of this.zones) {
        const turns = (this.inZone[zone] ??= new Turns<Target>());
        turns.settle(eligible(this.visibleFrom(zone), routingFailover));
      }
    }
    this.changed();
  }

  private check(target: Target): void {
    if (target.gone || target.state === 'draining') return;
    const { simulation, routes, visits, flow } = this.site;
    const { health } = this.settings;
    const { server } = target;
    simulation.after(health.intervalSeconds, () => this.check(target));
    if (!this.isUsed(server)) return this.become(target, 'unused');
    if (target.state === 'unused') this.become(target, 'initial');
    const probe = routes.probe(health.path);
    let open = true;
    const settle = (status: number) => {
      if (!open) return;
      open = false;
      this.settle(target, statusMatches(health.matcher, status === 200 || status === stale ? probe.status : status));
    };
    // Nothing listens on another port than the one that traffic goes to, and nobody speaks anything but HTTP.
    if (!health.plain || (health.port !== undefined && health.port !== this.portOf(server))) return settle(502);
    const visit = visits.probe(settle);
    const { serial } = visit;
    simulation.after(health.timeoutSeconds, () => visits.answered(visit, serial, timedOut, undefined));
    flow.sendTo(target, probe.route, undefined, visit);
  }

  /** A target is not used while it is stopped, in a zone without a node, or where no listener leads. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-reason-codes */
  private isUsed({ state, place }: Server): boolean {
    return state !== 'stopped' && state !== 'gone' && this.zones.includes(place.zone);
  }

  private settle(target: Target, passed: boolean): void {
    if (target.gone || target.state === 'draining' || target.state === 'unused') return;
    this.become(target, judge(target, passed, this.settings.health));
  }

  private become(target: Target, state: TargetState): void {
    if (target.state === state) return;
    this.site.note(target.server.id, `is ${state} in ${this.id}`);
    target.state = state;
    target.passes = 0;
    target.fails = 0;
    this.startSlowly(target);
    this.choose();
  }

  /**
   * A target that becomes healthy starts slowly, as long as somebody else is healthy who does not.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#slow-start-mode
   */
  private startSlowly(target: Target): void {
    const { now } = this.site.simulation;
    const others = this.targets.some((each) => each !== target && isHealthy(each) && each.slowUntil <= now);
    target.slowUntil = isHealthy(target) && others ? now + this.settings.slowStartSeconds : 0;
    target.credit = 0;
  }
}
