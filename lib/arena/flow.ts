import type { Destination } from './balancing/destination';
import type { Nodes } from './balancing/nodes';
import type { Target } from './balancing/target';
import type { Random } from './clock/random';
import type { Message } from './data/message-queue';
import type { Call, Route } from './balancing/routes';
import type { Server } from './servers/server';
import type { Servers } from './servers/servers';
import type { Simulation } from './clock/simulation';
import { refused, stale, type Visit, type Visits } from './customers/visits';
import { Calls, type Caller } from './calls';
import { afterAttempt } from './data/handling';
import { Works, type Work } from './work';

/** How the CPU time of one request of a route varies. `exponential` and `fixed` are for comparison with queueing theory. */
export type Variation = 'gamma' | 'exponential' | 'fixed';

/**
 * How long the load balancer tries to connect to a target; what somebody waits who cannot connect to the load balancer we take for the same.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
const connectSeconds = 10;

/** Requests on their way: through the load balancer into servers, from there to tables and back through the balancer, and home. */
export class Flow implements Caller {
  private readonly works = new Works();
  readonly calls: Calls;
  /** Set by the world whenever the stack changes. */
  entry: 'open' | 'unreachable' | 'missing' = 'open';
  idleTimeoutSeconds = 60;
  inFlight = 0;
  /** Called when a server has done with a message. */
  handFree: (server: Server) => void = () => undefined;

  /** @param hopSeconds what the load balancer and the network add to a request */
  constructor(
    private readonly simulation: Simulation,
    private readonly visits: Visits,
    private readonly servers: Servers,
    private readonly nodes: Nodes,
    private readonly random: Random,
    private readonly variation: Variation,
    private readonly hopSeconds: number,
  ) {
    this.calls = new Calls(this, random);
  }

  get now(): number {
    return this.simulation.now;
  }

  /** A request arrives at the load balancer, from a customer or from a server that waits for it. */
  send(route: Route, destination: Destination, parent: Work | undefined, visit: Visit | undefined): void {
    if (this.entry === 'unreachable') return this.lose(parent, visit, undefined, connectSeconds);
    if (this.entry === 'missing') return this.answer(parent, visit, refused, undefined);
    const zone = this.nodes.next();
    if (zone < 0) return this.lose(parent, visit, undefined, connectSeconds);
    const group = destination.next();
    if (group === undefined) return this.answer(parent, visit, destination.status, undefined);
    const target = group.pick(zone);
    if (target === undefined) return this.answer(parent, visit, 503, undefined);
    if (!group.plain) return this.answer(parent, visit, 502, undefined);
    this.sendTo(target, route, parent, visit);
  }

  /** The same, past the choice of a target; health checks come this way. */
  sendTo(target: Target, route: Route, parent: Work | undefined, visit: Visit | undefined): void {
    const { server } = target;
    if (!target.reachable || server.silent) return this.lose(parent, visit, target, connectSeconds);
    if (server.state !== 'running') return this.answer(parent, visit, 502, server);
    if (server.hung && !route.shallow) return this.lose(parent, visit, target, this.idleTimeoutSeconds);
    const tier = server.spec.tier;
    if (tier === undefined || (route.tier !== undefined && route.tier !== tier.id))
      return this.answer(parent, visit, 404, server);
    if (server.inFlight >= server.maxInFlight) return this.answer(parent, visit, 503, server);
    const work = this.works.take(route, server, this.simulation.now);
    work.target = target;
    work.parent = parent;
    work.visit = visit;
    work.visitSerial = visit === undefined ? 0 : visit.serial;
    target.outstanding += 1;
    server.inFlight += 1;
    this.inFlight += 1;
    const ready = this.simulation.now + this.hopSeconds;
    const done = server.cpu.book(ready, route.cpuSeconds * this.variate());
    // The answer is what comes late from a server with a bad network.
    this.wakeAt(server.link.troubled ? done + server.link.delay(this.random) : done, work);
    // What the model does not know, a health check for one, leaves nothing behind.
    if (route.tier === undefined) return;
    server.leakedKib += server.leakPerRequestKib;
    if (server.memoryFull) this.servers.outOfMemory(server);
  }

  /** A server works off a message of a queue. */
  workOff(server: Server, route: Route, message: Message): void {
    const { now } = this.simulation;
    const work = this.works.take(route, server, now);
    work.message = message;
    work.receipt = message.receives;
    server.inFlight += 1;
    server.inHand += 1;
    this.inFlight += 1;
    this.wakeAt(server.cpu.book(now, route.cpuSeconds * this.variate()), work);
    server.leakedKib += server.leakPerRequestKib;
    if (server.memoryFull) this.servers.outOfMemory(server);
  }

  /** The wake-up of a request is due. */
  wake(slot: number): void {
    const work = this.works.at(slot);
    if (work.cancelled) return this.works.release(work);
    switch (work.stage) {
      case 'computing':
        return this.proceed(work);
      case 'at-service':
        work.call += 1;
        return this.proceed(work);
      case 'resting': {
        const { cpu } = work.server as Server;
        work.stage = 'computing';
        return this.wakeAt(cpu.book(this.simulation.now, (work.route as Route).cpuSeconds * this.variate()), work);
      }
      case 'reaching':
        return this.calls.make(work, (work.route as Route).calls[work.call] as Call);
      case 'backing-off':
        return this.calls.askTable(work, (work.route as Route).calls[work.call] as Call);
      default:
        return this.finish(work, 504);
    }
  }

  /**
   * A process ends with all that it has in flight: whoever waits gets 502, or nothing at all when the machine goes silent.
   * The work's own later completion is nobody's.
   */
  drop(server: Server, silently: boolean): void {
    const dropped = this.works.current().filter((work) => work.server === server);
    const waiting = dropped.map(({ parent, visit, visitSerial, target }) => ({
      parent,
      visit: visit?.serial === visitSerial ? visit : undefined,
      target,
    }));
    for (const work of dropped) {
      this.leave(work);
      work.cancelled = true;
      work.message?.home.putBack(work.message, work.receipt);
    }
    server.clear(this.simulation.now);
    for (const { parent, visit, target } of waiting) {
      if (silently) this.lose(parent, visit, target, this.idleTimeoutSeconds);
      else this.answer(parent, visit, 502, server);
    }
  }

  /** The load balancer closes its connections to a target: whoever waits there gets 502, and the work itself goes on for nobody. */
  cutOff(target: Target): void {
    const waiting = this.works.current().filter((work) => work.target === target);
    for (const work of waiting) {
      const { parent, visit, visitSerial, server } = work;
      work.parent = undefined;
      work.visit = undefined;
      if (visit === undefined || visit.serial === visitSerial) this.answer(parent, visit, 502, server);
    }
  }

  wakeAfter(seconds: number, work: Work): void {
    this.wakeAt(this.simulation.now + seconds, work);
  }

  ask(route: Route, work: Work): void {
    this.send(route, route.destination, work, undefined);
  }

  hearNothing(work: Work): void {
    this.lose(work, undefined, undefined, connectSeconds);
  }

  private proceed(work: Work): void {
    if (work.message?.poison) return this.finish(work, 500);
    const call = (work.route as Route).calls[work.call];
    if (call === undefined) return this.finish(work, 200);
    this.calls.begin(work, call);
  }

  finish(work: Work, status: number): void {
    if (work.message !== undefined) return this.finishMessage(work, work.message, status);
    if (status === 200) status = this.statusOf(work.route as Route, work.server as Server);
    const { parent, visit, visitSerial, server, begunAt } = work;
    this.leave(work);
    this.works.release(work);
    // The balancer does not wait longer than its idle timeout. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
    const late = this.simulation.now - begunAt > this.idleTimeoutSeconds;
    if (visit === undefined || visit.serial === visitSerial) this.answer(parent, visit, late ? 504 : status, server);
  }

  /** What an answer is worth that a server gives: the program may be too far behind to be right, or to call itself well. */
  private statusOf(route: Route, { copy, spec }: Server): number {
    const { now } = this.simulation;
    if (route.awaits?.isWrong(now, this.random)) return stale;
    if (copy.isOlderThan(route.copyStaleAfterSeconds, now)) return stale;
    const isProbe = route.tier === undefined && !route.shallow;
    return isProbe && copy.isOlderThan(spec.tier?.synchronises?.staleAfterSeconds ?? Infinity, now) ? 500 : 200;
  }

  /** What is not done is tried again or put aside, or stays in the queue and comes again. */
  private finishMessage(work: Work, message: Message, status: number): void {
    const server = work.server as Server;
    const handling = server.spec.tier?.consumes?.handling(server.spec.variables);
    const { reachable } = message.home;
    const worked = status === 200;
    const deed = handling && afterAttempt(handling, { attempts: ++work.tries, worked, reachable });
    if (handling !== undefined && deed === 'again') {
      work.stage = 'resting';
      work.call = 0;
      return this.wakeAfter(handling.retrySeconds, work);
    }
    // What was done stays done, also when the message comes again.
    if (worked) message.applied = true;
    if (deed === 'done' || deed === 'aside') message.delete(work.receipt);
    else message.home.putBack(message, work.receipt);
    this.leave(work);
    this.works.release(work);
    this.handFree(server);
  }

  private answer(parent: Work | undefined, visit: Visit | undefined, status: number, server: Server | undefined): void {
    if (visit !== undefined) return this.visits.answered(visit, visit.serial, status, server);
    if (parent === undefined) return;
    if (parent.cancelled) return this.works.release(parent);
    // A program that gets a canned answer of the load balancer instead of what it asked for can do nothing with it.
    if (status < 200 || status > 299 || server === undefined)
      return this.finish(parent, status === stale ? stale : 500);
    parent.call += 1;
    this.proceed(parent);
  }

  /** No answer will come from there: a customer gives up by himself, or is told 504 like a server that waits. @param seconds until then */
  private lose(parent: Work | undefined, visit: Visit | undefined, target: Target | undefined, seconds: number): void {
    if (visit !== undefined) {
      if (target === undefined || visit.lostAt !== undefined) return;
      visit.lostAt = target;
      target.outstanding += 1;
      return this.tellLater(visit, seconds);
    }
    if (parent === undefined) return;
    if (parent.cancelled) return this.works.release(parent);
    parent.stage = 'call-lost';
    this.wakeAt(this.simulation.now + seconds, parent);
  }

  /** Few customers wait longer than the load balancer does. */
  private tellLater(visit: Visit, seconds: number): void {
    if (seconds >= this.visits.timeoutSeconds) return;
    const { serial } = visit;
    this.simulation.after(seconds, () => this.visits.answered(visit, serial, 504, undefined));
  }

  /** The load balancer will give up on a target, which works on for nobody. */
  private abandon(work: Work): void {
    const { parent, visit, visitSerial, begunAt } = work;
    const seconds = Math.max(0, begunAt + this.idleTimeoutSeconds - this.simulation.now);
    work.parent = undefined;
    work.visit = undefined;
    if (visit?.serial === visitSerial) this.tellLater(visit, seconds);
    this.lose(parent, undefined, undefined, seconds);
  }

  private leave(work: Work): void {
    (work.server as Server).inFlight -= 1;
    if (work.target !== undefined) work.target.outstanding -= 1;
    if (work.message !== undefined) (work.server as Server).inHand -= 1;
    this.inFlight -= 1;
  }

  private wakeAt(time: number, work: Work): void {
    if (time - work.begunAt > this.idleTimeoutSeconds) this.abandon(work);
    this.simulation.workAt(time, work.slot);
  }

  private variate(): number {
    if (this.variation === 'gamma') return this.random.gamma4();
    return this.variation === 'exponential' ? this.random.exponential() : 1;
  }
}
