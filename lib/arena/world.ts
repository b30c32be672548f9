import type { Architecture } from '../architecture/architecture';
import type { Resource } from '../core/resource';
import type { Target } from '../core/experiments/executor';
import type { Fault } from '../core/experiments/fault';
import type { Application, AppRequest } from './application';
import { Arrivals, type ArrivalPattern } from './customers/arrivals';
import type { QueueView } from './data/stores';
import type { Exposed } from './faults/exposed';
import { inflict } from './faults/inflict';
import { targetsOf } from './faults/targets';
import type { FleetProgress } from './fleets/fleet';
import { Flow, type Variation } from './flow';
import { Nodes } from './balancing/nodes';
import type { TargetState } from './balancing/target';
import { Random } from './clock/random';
import { Routes } from './balancing/routes';
import { operate, type ServerOperation } from './servers/operations';
import { serverView, type ServerView } from './servers/server-view';
import { Servers } from './servers/servers';
import { Simulation } from './clock/simulation';
import { Stack } from './stack';
import { Tally, type Bands, type RoundCounts } from './customers/tally';
import { refused, stale, timedOut, Visits } from './customers/visits';

export interface WorldOptions {
  readonly application: Application;
  readonly architecture: Architecture;
  /** The same seed and the same calls give the same world. */
  readonly seed: number;
  /** @default 60 */
  readonly roundSeconds?: number;
  /** @default 300, 1000 and 3000 ms */
  readonly bands?: Bands;
  /** @default even */
  readonly arrivals?: ArrivalPattern;
  /** @default gamma */
  readonly variation?: Variation;
  /** What network and load balancer add to every request, ms. @default 1 */
  readonly hopMs?: number;
}

/** What became of a real request: an answer, or the way in which none came. */
export type Outcome =
  | {
      readonly status: number;
      readonly latencyMs: number;
      readonly servedBy: string | undefined;
      /** Work that the answer should show is still in a queue. */
      readonly stale: boolean;
    }
  | { readonly lost: 'refused' | 'timeout' };

/** Something that happened, in words: `Web-3 was stopped`. */
export interface Transition {
  readonly atSeconds: number;
  readonly subject: string;
  readonly text: string;
}

/** A target as the load balancer judges it. */
export interface TargetView {
  readonly group: string;
  readonly server: string;
  readonly state: TargetState;
}

const defaultBands: Bands = { fastMs: 300, acceptableMs: 1000, timeoutMs: 3000 };
const accountSeconds = 5;
const reviewSeconds = 10;
const keptTransitions = 1000;

/** One team's AWS, in event time: servers, load balancer, scaling, tables, the customers, and what goes wrong. Deterministic. */
export class World {
  private readonly simulation = new Simulation();
  private readonly tally: Tally;
  private readonly routes: Routes;
  private readonly visits: Visits;
  private readonly servers: Servers;
  private readonly flow: Flow;
  private readonly stack: Stack;
  private readonly arrivals: Arrivals;
  private readonly chance: Random;
  private readonly happened: Transition[] = [];

  constructor(options: WorldOptions) {
    const { application, architecture, seed, bands = defaultBands, variation = 'gamma', hopMs = 1 } = options;
    const { simulation } = this;
    const note = (subject: string, text: string) => this.note(subject, text);
    this.chance = new Random(seed, 1);
    this.tally = new Tally(options.roundSeconds ?? 60, bands);
    this.routes = new Routes(application);
    this.visits = new Visits(simulation, this.tally, this.routes.journey, bands.timeoutMs / 1000);
    this.servers = new Servers(simulation, note, new Random(seed, 5));
    const nodes = new Nodes(simulation, new Random(seed, 4));
    this.flow = new Flow(simulation, this.visits, this.servers, nodes, new Random(seed, 2), variation, hopMs / 1000);
    this.visits.flow = this.flow;
    this.servers.flow = this.flow;
    const { servers, routes, visits, flow } = this;
    this.stack = new Stack(application, architecture, { simulation, servers, routes, visits, flow, nodes, note });
    this.arrivals = new Arrivals(simulation, new Random(seed, 3), options.arrivals ?? 'even', () => visits.begin());
    simulation.every(accountSeconds, () => servers.account(accountSeconds));
    simulation.every(reviewSeconds, () => this.stack.review());
    simulation.every(60, () => this.stack.minute());
  }

  /** Event seconds that have been played. */
  get now(): number {
    return this.simulation.now;
  }

  /** Requests that are inside servers now, waiting for the CPU or for somebody else. */
  get inFlight(): number {
    return this.flow.inFlight;
  }

  /** Customers, real requests and health checks that wait for an answer now. */
  get waiting(): number {
    return this.visits.present;
  }

  /** Simulated customers begin journeys at this rate from now on. @param journeysPerSecond of event seconds */
  plan(journeysPerSecond: (eventSeconds: number) => number): void {
    this.arrivals.plan(journeysPerSecond);
  }

  /** Plays everything up to an instant; going back does nothing. */
  advance(toSeconds: number): void {
    this.simulation.advance(toSeconds, this.visits, this.arrivals, this.flow);
  }

  /**
   * One real request among the simulated ones. It is not counted here: whoever sent it does that.
   * @param atSeconds an instant in the past is now
   */
  request(request: Pick<AppRequest, 'method' | 'path'>, atSeconds: number, done: (outcome: Outcome) => void): void {
    if (atSeconds > this.now) return this.simulation.at(atSeconds, () => this.request(request, atSeconds, done));
    const sentAt = this.now;
    const visit = this.visits.sample((status, server) => {
      if (status === timedOut) done({ lost: 'timeout' });
      else if (status === refused) done({ lost: 'refused' });
      else {
        const latencyMs = (this.now - sentAt) * 1000;
        done({ status: status === stale ? 200 : status, latencyMs, servedBy: server?.id, stale: status === stale });
      }
    });
    const { method, path } = request;
    this.flow.send(this.routes.match(method, path), this.stack.edge.destination(method, path), undefined, visit);
  }

  /** Moves to another architecture as AWS would: new servers boot and prove themselves, old ones drain. */
  update(architecture: Architecture): void {
    this.stack.settle(architecture, false);
  }

  /** What a fault would hit if it struck now; nothing changes. */
  targetsOf(fault: Fault): readonly Target[] {
    return targetsOf(this.exposed(), fault);
  }

  /** @returns what ends the fault before its time */
  inflict(fault: Fault, durationSeconds: number): () => void {
    const { simulation, chance } = this;
    let heal: (() => void) | undefined = inflict(this.exposed(), chance, fault);
    const stop = () => {
      heal?.();
      heal = undefined;
    };
    simulation.after(durationSeconds, stop);
    return stop;
  }

  /** What an observer of the account would list: everything that runs now and costs money. */
  resources(): Resource[] {
    return this.stack.resources();
  }

  /** Every instance and task that is there, as consoles list them. */
  running(): readonly ServerView[] {
    return this.servers.present.map((server) => serverView(server, this.now));
  }

  /** How far each Auto Scaling group and each service is from what it should be, by logical id. */
  progress(): ReadonlyMap<string, FleetProgress> {
    return this.stack.progress;
  }

  /** Does to one server what somebody asks for. @returns false when that cannot be done to it now, or there is no such server */
  operate(operation: ServerOperation, id: string): boolean {
    return operate(this.servers, operation, id);
  }

  /** Launches all of a fleet, or a single instance, anew from its template, as it usually replaces them. @returns false when there is no such thing */
  renew(id: string): boolean {
    return this.stack.renew(id);
  }

  /** What the simulated customers saw in a round; final one journey after its end. */
  counts(round: number): RoundCounts {
    return this.tally.counts(round);
  }

  /** What happened lately, oldest first. */
  transitions(sinceSeconds = 0): Transition[] {
    return this.happened.filter((each) => each.atSeconds >= sinceSeconds);
  }

  /** The queues' backlogs and ages. */
  queues(): QueueView[] {
    return this.stack.stores.queues();
  }

  targets(): TargetView[] {
    return [...this.stack.edge.targetGroups].flatMap((group) =>
      group.targets.map(({ server, state }) => ({ group: group.id, server: server.id, state })),
    );
  }

  private exposed(): Exposed {
    const { simulation, servers, flow, stack } = this;
    return { simulation, servers, flow, stack, note: (subject, text) => this.note(subject, text) };
  }

  private note(subject: string, text: string): void {
    this.happened.push({ atSeconds: this.now, subject, text });
    if (this.happened.length > keptTransitions) this.happened.shift();
  }
}
