import type { TargetGroup } from '../../architecture/architecture';
import type { Flow } from '../flow';
import { statusMatches } from './patterns';
import type { Note } from '../realm';
import type { Routes } from './routes';
import type { Server } from '../servers/server';
import type { Simulation } from '../clock/simulation';
import { timedOut, type Visits } from '../customers/visits';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-states */
export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';

/** A server as a target group sees it. */
export class Target {
  state: TargetState;
  /** Whether the security groups let the load balancer through. */
  reachable = true;
  outstanding = 0;
  passes = 0;
  fails = 0;
  gone = false;

  constructor(
    readonly server: Server,
    state: TargetState,
  ) {
    this.state = state;
  }
}

/** A target group: who is in it, who is healthy, and whose turn it is. */
export class Group {
  readonly targets: Target[] = [];
  /** For scaling on requests per target. */
  requestsLastMinute = 0;
  private requests = 0;
  private eligible: Target[] = [];
  private turn = 0;

  constructor(
    private settings: TargetGroup,
    private readonly simulation: Simulation,
    private readonly visits: Visits,
    private readonly flow: Flow,
    private readonly routes: Routes,
    private readonly note: Note,
  ) {}

  get id(): string {
    return this.settings.id;
  }

  /** The port that a server of this group is called on. */
  portOf(server: Server): number {
    return server.spec.port ?? this.settings.port;
  }

  configure(settings: TargetGroup): void {
    this.settings = settings;
  }

  tryFind(server: Server): Target | undefined {
    return this.targets.find((target) => target.server === server && target.state !== 'draining');
  }

  /** @param proven the target has been serving already, as everything has when the arena opens */
  register(server: Server, proven: boolean): void {
    if (this.tryFind(server) !== undefined) return;
    const target = new Target(server, proven ? 'healthy' : 'initial');
    this.targets.push(target);
    this.choose();
    // The first check comes at once; those of targets that were there before are spread over the interval.
    const among = (this.targets.length % 8) / 8;
    this.simulation.after(proven ? this.settings.health.intervalSeconds * among : 1, () => this.check(target));
  }

  /**
   * No new requests from now on; those in flight may end within the deregistration delay.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
   * @param then called when nothing of it is left here
   */
  deregister(server: Server, then: () => void = () => undefined): void {
    const target = this.tryFind(server);
    if (target === undefined) return then();
    target.state = 'draining';
    this.choose();
    const deadline = this.simulation.now + this.settings.deregistrationDelaySeconds;
    const wait = () => {
      if (target.outstanding > 0 && this.simulation.now < deadline && !server.silent) {
        this.simulation.after(1, wait);
        return;
      }
      target.gone = true;
      this.targets.splice(this.targets.indexOf(target), 1);
      then();
    };
    wait();
  }

  /** The target whose turn it is; `undefined` when nobody is registered. */
  pick(): Target | undefined {
    const { eligible } = this;
    const count = eligible.length;
    if (count === 0) return undefined;
    this.requests += 1;
    this.turn = this.turn + 1 < count ? this.turn + 1 : 0;
    let chosen = eligible[this.turn] as Target;
    if (this.settings.algorithm === 'round_robin') return chosen;
    for (let i = 1; i < count; i++) {
      const other = eligible[(this.turn + i) % count] as Target;
      if (other.outstanding < chosen.outstanding) chosen = other;
    }
    return chosen;
  }

  /** To be called every minute. */
  minute(): void {
    this.requestsLastMinute = this.requests;
    this.requests = 0;
  }

  healthyCount(): number {
    return this.targets.filter((target) => target.state === 'healthy').length;
  }

  /** Healthy targets, or, when there is none, every registered one: the balancer fails open. */
  private choose(): void {
    const healthy = this.targets.filter((target) => target.state === 'healthy');
    this.eligible =
      healthy.length > 0
        ? healthy
        : this.targets.filter((target) => target.state === 'unhealthy' || target.state === 'initial');
  }

  private check(target: Target): void {
    if (target.gone || target.state === 'draining') return;
    const { health } = this.settings;
    const { server } = target;
    this.simulation.after(health.intervalSeconds, () => this.check(target));
    if (server.state === 'stopped' || server.state === 'gone') return this.become(target, 'unused');
    if (target.state === 'unused') this.become(target, 'initial');
    const probe = this.routes.probe(health.path);
    let open = true;
    const settle = (status: number) => {
      if (!open) return;
      open = false;
      this.settle(target, statusMatches(health.matcher, status === 200 ? probe.status : status));
    };
    // Nothing listens on another port than the one that traffic goes to.
    if (health.port !== undefined && health.port !== this.portOf(server)) return settle(502);
    const visit = this.visits.probe(settle);
    const { serial } = visit;
    this.simulation.after(health.timeoutSeconds, () => this.visits.answered(visit, serial, timedOut, undefined));
    this.flow.sendTo(target, probe.route, undefined, visit);
  }

  private settle(target: Target, passed: boolean): void {
    if (target.gone || target.state === 'draining' || target.state === 'unused') return;
    const { healthyThreshold, unhealthyThreshold } = this.settings.health;
    target.passes = passed ? target.passes + 1 : 0;
    target.fails = passed ? 0 : target.fails + 1;
    // A new target must pass one health check, one that was unhealthy as many as the threshold says.
    const needed = target.state === 'initial' ? 1 : healthyThreshold;
    if (target.state !== 'healthy' && target.passes >= needed) this.become(target, 'healthy');
    if (target.state !== 'unhealthy' && target.fails >= unhealthyThreshold) this.become(target, 'unhealthy');
  }

  private become(target: Target, state: TargetState): void {
    if (target.state === state) return;
    this.note(target.server.id, `is ${state} in ${this.id}`);
    target.state = state;
    target.passes = 0;
    target.fails = 0;
    this.choose();
  }
}
