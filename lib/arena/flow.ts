import type { Destination } from './balancing/destination';
import type { Nodes } from './balancing/nodes';
import type { Target } from './balancing/target';
import type { Access } from './access';
import type { Random } from './clock/random';
import type { Message } from './data/message-queue';
import { Dependencies } from './faults/dependencies';
import type { Call, Route } from './balancing/routes';
import type { Server } from './servers/server';
import type { Ways } from './servers/ways';
import type { Servers } from './servers/servers';
import type { Simulation } from './clock/simulation';
import { refused, stale, type Visit, type Visits } from './customers/visits';

/** How the CPU time of one request of a route varies. `exponential` and `fixed` are for comparison with queueing theory. */
export type Variation = 'gamma' | 'exponential' | 'fixed';

/** What a request in a server waits for. It has exactly one wake-up pending: an event, or the answer of a call. */
const computing = 0;
const atService = 1;
const backingOff = 2;
const calling = 3;
const callLost = 4;
const reaching = 5;

/**
 * How the AWS SDK for JavaScript v3 retries a throttled call: three attempts, before each a random share of 500 ms, doubled each time.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const attempts = 3;
const throttledBaseSeconds = 0.5;

/**
 * How long the load balancer tries to connect to a target; what somebody waits who cannot connect to the load balancer we take for the same.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
const connectSeconds = 10;

/** One request inside one server. */
class Work {
  route: Route | undefined;
  server: Server | undefined;
  target: Target | undefined;
  parent: Work | undefined;
  visit: Visit | undefined;
  visitSerial = 0;
  /** What it works off, when nobody waits for an answer. */
  message: Message | undefined;
  begunAt = 0;
  call = 0;
  attempt = 0;
  stage = computing;
  cancelled = false;
  live = false;

  constructor(readonly slot: number) {}
}

/** Requests on their way: through the load balancer into servers, from there to tables and back through the balancer, and home. */
export class Flow {
  private readonly works: Work[] = [];
  private readonly free: Work[] = [];
  /** Set by the world whenever the stack changes. */
  entry: 'open' | 'unreachable' | 'missing' = 'open';
  idleTimeoutSeconds = 60;
  inFlight = 0;
  readonly dependencies = new Dependencies();
  access!: Access;
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
  ) {}

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
    const work = this.take();
    work.route = route;
    work.server = server;
    work.target = target;
    work.parent = parent;
    work.visit = visit;
    work.visitSerial = visit === undefined ? 0 : visit.serial;
    work.begunAt = this.simulation.now;
    work.call = 0;
    work.stage = computing;
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
    const work = this.take();
    work.route = route;
    work.server = server;
    work.message = message;
    work.begunAt = now;
    work.call = 0;
    work.stage = computing;
    server.inFlight += 1;
    server.inHand += 1;
    this.inFlight += 1;
    this.wakeAt(server.cpu.book(now, route.cpuSeconds * this.variate()), work);
    server.leakedKib += server.leakPerRequestKib;
    if (server.memoryFull) this.servers.outOfMemory(server);
  }

  /** The wake-up of a request is due. */
  wake(slot: number): void {
    const work = this.works[slot] as Work;
    if (work.cancelled) return this.release(work);
    switch (work.stage) {
      case computing:
        return this.proceed(work);
      case atService:
        work.call += 1;
        return this.proceed(work);
      case reaching:
        return this.make(work, (work.route as Route).calls[work.call] as Call);
      case backingOff:
        return this.askTable(work, (work.route as Route).calls[work.call] as Call);
      default:
        return this.finish(work, 504);
    }
  }

  /**
   * A process ends with all that it has in flight: whoever waits gets 502, or nothing at all when the machine goes silent.
   * The work's own later completion is nobody's.
   */
  drop(server: Server, silently: boolean): void {
    const dropped = this.works.filter((work) => work.live && !work.cancelled && work.server === server);
    const waiting = dropped.map(({ parent, visit, visitSerial, target }) => ({
      parent,
      visit: visit?.serial === visitSerial ? visit : undefined,
      target,
    }));
    for (const work of dropped) {
      this.leave(work);
      work.cancelled = true;
    }
    server.clear(this.simulation.now);
    for (const { parent, visit, target } of waiting) {
      if (silently) this.lose(parent, visit, target, this.idleTimeoutSeconds);
      else this.answer(parent, visit, 502, server);
    }
  }

  /** The load balancer closes its connections to a target: whoever waits there gets 502, and the work itself goes on for nobody. */
  cutOff(target: Target): void {
    const waiting = this.works.filter((work) => work.live && !work.cancelled && work.target === target);
    for (const work of waiting) {
      const { parent, visit, visitSerial, server } = work;
      work.parent = undefined;
      work.visit = undefined;
      if (visit === undefined || visit.serial === visitSerial) this.answer(parent, visit, 502, server);
    }
  }

  /** What a server's program gets through to now. */
  waysOf(server: Server): Ways {
    const { ways } = server;
    if (ways.version !== this.access.version) this.access.update(ways, server);
    return ways;
  }

  private proceed(work: Work): void {
    const call = (work.route as Route).calls[work.call];
    if (call === undefined) return this.finish(work, 200);
    if (this.dependencies.troubled || (work.server as Server).link.troubled) return this.reach(work);
    this.make(work, call);
  }

  /** A call begins late, or not at all, when something is wrong on the way. */
  private reach(work: Work): void {
    const { link, spec } = work.server as Server;
    const tier = spec.tier?.id ?? '';
    if (this.dependencies.areDown(tier)) return this.finish(work, 500);
    const late = this.dependencies.delay(tier) + (link.troubled ? link.delay(this.random) : 0);
    work.stage = reaching;
    this.wakeAt(this.simulation.now + late, work);
  }

  private make(work: Work, call: Call): void {
    const ways = this.waysOf(work.server as Server);
    // Whoever gets no way out hears nothing.
    if (!(call.kind === 'table' ? ways.toTables : call.kind === 'route' ? ways.toBalancer : ways.toQueues)) {
      return this.lose(work, undefined, undefined, connectSeconds);
    }
    if (call.kind === 'queue') return this.enqueue(work, call);
    if (call.route !== undefined) {
      work.stage = calling;
      return this.send(call.route, call.route.destination, work, undefined);
    }
    work.attempt = 1;
    this.askTable(work, call);
  }

  private enqueue(work: Work, call: Call): void {
    if (call.queue === undefined) return this.finish(work, 500);
    const { now } = this.simulation;
    call.queue.send(now);
    work.stage = atService;
    this.wakeAt(now + call.latencySeconds, work);
  }

  private askTable(work: Work, call: Call): void {
    const { now } = this.simulation;
    if (call.table === undefined) return this.finish(work, 500);
    const { total } = call.table.throttling;
    if (!(total > 0 && this.random.next() < total) && call.table.take(now, call.readUnits, call.writeUnits)) {
      work.stage = atService;
      return this.wakeAt(now + call.latencySeconds, work);
    }
    if (work.attempt === attempts) return this.finish(work, 500);
    work.stage = backingOff;
    const pause = throttledBaseSeconds * 2 ** (work.attempt - 1) * this.random.next();
    work.attempt += 1;
    this.wakeAt(now + call.latencySeconds + pause, work);
  }

  private finish(work: Work, status: number): void {
    if (work.message !== undefined) return this.finishMessage(work, work.message, status);
    const { awaits, staleAfterSeconds } = work.route as Route;
    if (status === 200 && awaits !== undefined && awaits.oldestAgeSeconds(this.simulation.now) > staleAfterSeconds) {
      return this.finish(work, stale);
    }
    const { parent, visit, visitSerial, server, begunAt } = work;
    this.leave(work);
    this.release(work);
    // The balancer does not wait longer than its idle timeout. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
    const late = this.simulation.now - begunAt > this.idleTimeoutSeconds;
    if (visit === undefined || visit.serial === visitSerial) this.answer(parent, visit, late ? 504 : status, server);
  }

  /** What is not done stays in the queue and comes again. */
  private finishMessage(work: Work, message: Message, status: number): void {
    const server = work.server as Server;
    if (status === 200) message.deleted = true;
    this.leave(work);
    this.release(work);
    this.handFree(server);
  }

  private answer(parent: Work | undefined, visit: Visit | undefined, status: number, server: Server | undefined): void {
    if (visit !== undefined) return this.visits.answered(visit, visit.serial, status, server);
    if (parent === undefined) return;
    if (parent.cancelled) return this.release(parent);
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
    if (parent.cancelled) return this.release(parent);
    parent.stage = callLost;
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

  private take(): Work {
    let work = this.free.pop();
    if (work === undefined) {
      work = new Work(this.works.length);
      this.works.push(work);
    }
    work.live = true;
    work.cancelled = false;
    return work;
  }

  private release(work: Work): void {
    work.live = false;
    work.parent = undefined;
    work.visit = undefined;
    work.target = undefined;
    work.server = undefined;
    work.message = undefined;
    this.free.push(work);
  }
}
