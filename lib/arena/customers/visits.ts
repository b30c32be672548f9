import type { Flow } from '../flow';
import type { Target } from '../balancing/target';
import type { Route } from '../balancing/routes';
import type { Server } from '../servers/server';
import type { Simulation } from '../clock/simulation';
import type { Tally } from './tally';

/** What became of a request instead of a status. */
export const timedOut = 0;
export const refused = -1;
/** Served, but without what the answer should show. Counted as any answer that is not the right one. */
export const stale = 399;

export type Done = (status: number, server: Server | undefined) => void;

/** Somebody who waits for an answer: a simulated customer in the middle of a journey, or (with `done`) one real request or health check. */
export class Visit {
  /** Changes whenever nobody waits any more, so that a late answer finds nobody. */
  serial = 0;
  step = 0;
  begunRound = 0;
  sentRound = 0;
  sentAt = 0;
  done: Done | undefined;
  /** A target that will never answer, but counts this request as outstanding until the client leaves. */
  lostAt: Target | undefined;
}

/** The customers: they start journeys, take answers, and give up after the timeout. */
export class Visits {
  private readonly free: Visit[] = [];
  private made = 0;
  private readonly waiting = new WaitingLine();
  flow!: Flow;

  constructor(
    private readonly simulation: Simulation,
    private readonly tally: Tally,
    private readonly journey: readonly Route[],
    /** How long customers wait. */
    readonly timeoutSeconds: number,
  ) {}

  /** How many wait for an answer now, health checks among them. */
  get present(): number {
    return this.made - this.free.length;
  }

  /** The instant at which the next client gives up, if nothing answers before; Infinity when nobody waits. */
  nextGivesUpAt(): number {
    return this.waiting.firstAt() + this.timeoutSeconds;
  }

  /** Lets go the client that has waited longest, unless it has its answer. */
  giveUpFirst(): void {
    const serial = this.waiting.firstSerial();
    const visit = this.waiting.take();
    if (visit.serial === serial) this.settle(visit, timedOut, undefined);
  }

  begin(): void {
    const visit = this.take();
    visit.step = 0;
    visit.done = undefined;
    visit.begunRound = this.tally.roundAt(this.simulation.now);
    this.sendStep(visit);
  }

  /** A single request from outside that somebody waits for, for at most the timeout. */
  sample(done: Done): Visit {
    const visit = this.take();
    visit.done = done;
    visit.sentAt = this.simulation.now;
    this.waiting.add(visit, this.simulation.now);
    return visit;
  }

  /** A request whose sender keeps its own time. */
  probe(done: Done): Visit {
    const visit = this.take();
    visit.done = done;
    return visit;
  }

  /** Takes the answer, unless nobody waits for it any more. */
  answered(visit: Visit, serial: number, status: number, server: Server | undefined): void {
    if (visit.serial === serial) this.settle(visit, status, server);
  }

  private settle(visit: Visit, status: number, server: Server | undefined): void {
    visit.serial += 1;
    if (visit.lostAt !== undefined) {
      visit.lostAt.outstanding -= 1;
      visit.lostAt = undefined;
    }
    if (visit.done !== undefined) {
      const { done } = visit;
      visit.done = undefined;
      this.free.push(visit);
      done(status, server);
      return;
    }
    const latencyMs = (this.simulation.now - visit.sentAt) * 1000;
    const next = visit.step + 1;
    const answered = status >= 200 && status < 500 && status !== 429;
    // What the load balancer answers by itself is no answer of the application, whatever its status says: its content is wrong.
    if (answered && status < 300 && server !== undefined) {
      this.tally.correct(visit.sentRound, latencyMs);
      visit.step = next;
      if (next < this.journey.length) {
        this.sendStep(visit);
        return;
      }
    } else {
      if (answered) this.tally.faulty(visit.sentRound, latencyMs);
      else this.tally.failed(visit.sentRound);
      if (next < this.journey.length) this.tally.unsent(visit.begunRound, this.journey.length - next);
    }
    this.free.push(visit);
  }

  private sendStep(visit: Visit): void {
    const { now } = this.simulation;
    visit.sentAt = now;
    visit.sentRound = this.tally.roundAt(now);
    this.tally.sent(visit.sentRound);
    this.waiting.add(visit, now);
    const route = this.journey[visit.step] as Route;
    this.flow.send(route, route.destination, undefined, visit);
  }

  private take(): Visit {
    const visit = this.free.pop();
    if (visit !== undefined) return visit;
    this.made += 1;
    return new Visit();
  }
}

/** Clients by the instant at which they began to wait. As all wait equally long, a ring buffer keeps the order; its size is a power of two. */
class WaitingLine {
  private visits: Visit[] = new Array<Visit>(1024);
  private serials = new Float64Array(1024);
  private times = new Float64Array(1024);
  private first = 0;
  private length = 0;

  firstAt(): number {
    return this.length === 0 ? Infinity : (this.times[this.first] as number);
  }

  firstSerial(): number {
    return this.serials[this.first] as number;
  }

  add(visit: Visit, now: number): void {
    if (this.length === this.times.length) this.grow();
    const at = (this.first + this.length++) & (this.times.length - 1);
    this.visits[at] = visit;
    this.serials[at] = visit.serial;
    this.times[at] = now;
  }

  take(): Visit {
    const visit = this.visits[this.first] as Visit;
    this.first = (this.first + 1) & (this.times.length - 1);
    this.length -= 1;
    return visit;
  }

  private grow(): void {
    const { visits, serials, times, first } = this;
    const size = times.length;
    this.visits = [...visits.slice(first), ...visits.slice(0, first), ...new Array<Visit>(size)];
    this.serials = new Float64Array(size * 2);
    this.serials.set(serials.subarray(first));
    this.serials.set(serials.subarray(0, first), size - first);
    this.times = new Float64Array(size * 2);
    this.times.set(times.subarray(first));
    this.times.set(times.subarray(0, first), size - first);
    this.first = 0;
  }
}
