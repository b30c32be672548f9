import type { Architecture } from '../architecture/architecture';
import { reaches, type Place } from '../architecture/network';
import type { Resource } from '../core/resource';
import type { Fault } from '../core/scenario';
import type { Application, AppRequest } from './application';
import { Arrivals, type ArrivalPattern } from './arrivals';
import { inflict } from './faults';
import { Fleet } from './fleet';
import { groupSettings, serviceSettings } from './fleet-settings';
import { Flow, type Variation } from './flow';
import { Group, type Probe, type TargetState } from './group';
import { Machine, restartSeconds } from './machines';
import { Random } from './random';
import type { Realm } from './realm';
import { listResources } from './resources';
import { Routes, type Route } from './routes';
import { Entry } from './routing';
import { Server, type ServerSpec } from './server';
import { actionDue, eventKinds, journeyDue, Simulation } from './simulation';
import { TableThroughput } from './table';
import { Tally, type Bands, type RoundCounts } from './tally';
import { refused, timedOut, Visits } from './visits';

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
  | { readonly status: number; readonly latencyMs: number; readonly servedBy: string | undefined }
  | { readonly lost: 'refused' | 'timeout' };

/** Something that happened, in words: `Web-3 was stopped`. */
export interface Transition {
  readonly atSeconds: number;
  readonly subject: string;
  readonly text: string;
}

export interface TargetView {
  readonly group: string;
  readonly server: string;
  readonly state: TargetState;
}

const defaultBands: Bands = { fastMs: 300, acceptableMs: 1000, timeoutMs: 3000 };
const accountSeconds = 5;
const reviewSeconds = 10;
/** The stack has been up for so long when the arena opens; burstable instances have earned credits since. */
const standingSeconds = 3600;
const keptTransitions = 1000;

/** One team's AWS, in event time: servers, load balancer, scaling, tables, the customers, and what goes wrong. Deterministic. */
export class World {
  private readonly simulation = new Simulation();
  private readonly tally: Tally;
  private readonly routes: Routes;
  private readonly visits: Visits;
  private readonly flow: Flow;
  private readonly arrivals: Arrivals;
  private readonly chance: Random;
  private readonly application: Application;
  private readonly probeStatus = new Map<string, number>();
  private readonly realm: Realm;

  private architecture: Architecture;
  private entry: Entry | undefined;
  private readonly groups = new Map<string, Group>();
  private readonly tables = new Map<string, TableThroughput>();
  private readonly fleets = new Map<string, Fleet>();
  private readonly machines = new Map<string, Machine>();
  private present: Server[] = [];
  private readonly hired = new Map<string, number>();
  private readonly zonesOut = new Map<number, number>();
  private readonly happened: Transition[] = [];

  constructor(options: WorldOptions) {
    const { application, architecture, seed, bands = defaultBands, hopMs = 1 } = options;
    const { simulation } = this;
    this.application = application;
    this.architecture = architecture;
    this.chance = new Random(seed, 1);
    this.tally = new Tally(options.roundSeconds ?? 60, bands);
    this.routes = new Routes(application);
    this.visits = new Visits(simulation, this.tally, this.routes.journey, bands.timeoutMs / 1000);
    this.flow = new Flow(
      simulation,
      this.visits,
      new Random(seed, 2),
      options.variation ?? 'gamma',
      hopMs / 1000,
      (server) => this.outOfMemory(server),
    );
    this.visits.flow = this.flow;
    this.arrivals = new Arrivals(simulation, new Random(seed, 3), options.arrivals ?? 'even', () =>
      this.visits.begin(),
    );
    this.realm = this.makeRealm();
    this.settle(architecture, true);
    simulation.every(accountSeconds, () => this.account());
    simulation.every(reviewSeconds, () => this.fleets.forEach((fleet) => fleet.review()));
    simulation.every(60, () => this.minute());
  }

  /** Event seconds that have been played. */
  get now(): number {
    return this.simulation.now;
  }

  /** Requests that are inside servers now, waiting for the CPU or for somebody else. */
  get inFlight(): number {
    return this.flow.inFlight;
  }

  /** Simulated customers begin journeys at this rate from now on. @param journeysPerSecond of event seconds */
  plan(journeysPerSecond: (eventSeconds: number) => number): void {
    this.arrivals.plan(journeysPerSecond);
  }

  /** Plays everything up to an instant; going back does nothing. */
  advance(toSeconds: number): void {
    const { simulation, visits, flow, arrivals } = this;
    const { queue } = simulation;
    for (;;) {
      const next = queue.next();
      const givesUp = visits.nextGivesUpAt();
      if (givesUp < next) {
        if (givesUp > toSeconds) break;
        simulation.now = givesUp;
        visits.giveUpFirst();
        continue;
      }
      if (next > toSeconds) break;
      simulation.now = next;
      const what = queue.pop();
      const kind = what % eventKinds;
      const subject = (what - kind) / eventKinds;
      if (kind === journeyDue) arrivals.due(subject);
      else if (kind === actionDue) simulation.runAction(subject);
      else flow.wake(subject);
    }
    simulation.now = Math.max(simulation.now, toSeconds);
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
      else done({ status, latencyMs: (this.now - sentAt) * 1000, servedBy: server?.id });
    });
    const [group, status] = this.destination(request.method, request.path);
    this.flow.send(this.routeOf(request.method, request.path), group, status, undefined, visit);
  }

  /** Moves to another architecture as AWS would: new servers boot and prove themselves, old ones drain. */
  update(architecture: Architecture): void {
    this.settle(architecture, false);
  }

  /** @returns what ends the fault before its time */
  inflict(fault: Fault, durationSeconds: number): () => void {
    let heal: (() => void) | undefined = inflict(this.exposed(), this.chance, fault);
    const stop = () => {
      heal?.();
      heal = undefined;
    };
    this.simulation.after(durationSeconds, stop);
    return stop;
  }

  resources(): Resource[] {
    return listResources(this.architecture, this.present, [...this.tables.values()]);
  }

  /** What the simulated customers saw in a round; final one journey after its end. */
  counts(round: number): RoundCounts {
    return this.tally.counts(round);
  }

  /** What happened lately, oldest first. */
  transitions(sinceSeconds = 0): Transition[] {
    return this.happened.filter((each) => each.atSeconds >= sinceSeconds);
  }

  /** Every target as the load balancer judges it. */
  targets(): TargetView[] {
    return [...this.groups.values()].flatMap((group) =>
      group.targets.map(({ server, state }) => ({ group: group.id, server: server.id, state })),
    );
  }

  private settle(architecture: Architecture, standing: boolean): void {
    this.architecture = architecture;
    this.entry = Entry.tryFind(architecture);
    this.settleGroups();
    this.settleTables();
    this.settleMachines(standing);
    this.settleFleets(standing);
    for (const id of this.groups.keys()) {
      if (!architecture.targetGroups.some((group) => group.id === id)) this.dropGroup(id);
    }
    for (const route of this.routes.all) {
      const model = this.application.routes.find((each) => each.id === route.id);
      [route.group, route.status] = this.destination(model?.method ?? 'GET', model?.path ?? '/');
    }
    this.openEntry();
  }

  private settleGroups(): void {
    for (const settings of this.architecture.targetGroups) {
      const group = this.groups.get(settings.id);
      group?.configure(settings);
      if (group !== undefined) continue;
      const probeOf = (path: string, server: Server) => this.probeOf(path, server);
      const note = (subject: string, text: string) => this.note(subject, text);
      this.groups.set(settings.id, new Group(settings, this.simulation, this.visits, this.flow, probeOf, note));
    }
  }

  private dropGroup(id: string): void {
    const group = this.groups.get(id);
    for (const target of [...(group?.targets ?? [])]) group?.deregister(target.server);
    this.groups.delete(id);
  }

  private settleTables(): void {
    const { tables } = this.architecture;
    for (const id of this.tables.keys()) if (!tables.some((table) => table.id === id)) this.tables.delete(id);
    for (const table of tables) {
      const there = this.tables.get(table.id);
      if (there === undefined) this.tables.set(table.id, new TableThroughput(table));
      else there.configure(table, this.now);
    }
    this.routes.connect((role) => [...this.tables.values()].find(({ table }) => table.tier === role));
  }

  private settleMachines(standing: boolean): void {
    const { instances, targetGroups } = this.architecture;
    for (const [id, machine] of this.machines) {
      if (instances.some((instance) => instance.id === id)) continue;
      machine.remove();
      this.machines.delete(id);
    }
    for (const instance of instances) {
      const groups = targetGroups.filter((group) => group.targets.includes(instance.id)).map((group) => group.id);
      const tier = this.tier(instance.tier);
      const there = this.machines.get(instance.id);
      if (there !== undefined) there.configure(instance, tier, groups);
      else this.machines.set(instance.id, new Machine(instance, tier, groups, this.realm, standing));
    }
  }

  private settleFleets(standing: boolean): void {
    const wanted = [
      ...this.architecture.scalingGroups.map((group) => groupSettings(group, this.tier(group.tier))),
      ...this.architecture.services.map((service) => serviceSettings(service, this.tier(service.tier))),
    ];
    for (const [id, fleet] of this.fleets) {
      if (wanted.some((settings) => settings.id === id)) continue;
      fleet.disband();
      this.fleets.delete(id);
    }
    for (const settings of wanted) {
      const there = this.fleets.get(settings.id);
      if (there !== undefined) there.configure(settings);
      else this.fleets.set(settings.id, new Fleet(settings, this.realm, standing));
    }
  }

  /** Which doors are open, after anything about network, zones or load balancer has changed. */
  private openEntry(): void {
    const { entry, flow } = this;
    const lit = entry?.balancer.places.some((place) => !this.zonesOut.has(place.zone)) ?? false;
    flow.entry = entry === undefined ? 'missing' : entry.reachable && lit ? 'open' : 'unreachable';
    flow.idleTimeoutSeconds = entry?.balancer.idleTimeoutSeconds ?? 60;
    for (const group of this.groups.values()) for (const { server } of group.targets) this.openTarget(group, server);
  }

  private openTarget(group: Group, server: Server): void {
    const target = group.tryFind(server);
    if (target === undefined || this.entry === undefined) return;
    const { balancer } = this.entry;
    const from = { groups: balancer.securityGroups, places: balancer.places };
    const to = { groups: server.spec.securityGroups, places: [server.place] };
    target.reachable = reaches(this.architecture.network, from, to, group.portOf(server));
  }

  private destination(method: string, path: string): readonly [group: Group | undefined, status: number] {
    const action = this.entry?.action(method, path) ?? { kind: 'fixed', status: 503 };
    return action.kind === 'fixed' ? [undefined, action.status] : [this.groups.get(action.targetGroup), 503];
  }

  private routeOf(method: string, path: string): Route {
    const bare = path.split('?', 1)[0] ?? '';
    const shallow = this.application.tiers.some((tier) => tier.shallowPaths.includes(bare));
    return shallow ? this.routes.shallow : this.routes.match(method, path);
  }

  /** What a health check of a path asks of a server's program, and what the application says to it when it works. */
  private probeOf(path: string, server: Server): Probe {
    const bare = path.split('?', 1)[0] ?? '';
    const shallow = server.spec.tier?.shallowPaths.includes(bare) ?? false;
    let status = this.probeStatus.get(path);
    if (status === undefined) {
      const logic = this.application.open({ account: '000000000000', signingKey: 'health check' });
      status = logic.answer({ method: 'GET', path, body: '' }, 0).status;
      this.probeStatus.set(path, status);
    }
    return { route: shallow ? this.routes.shallow : this.routes.match('GET', path), status };
  }

  private makeRealm(): Realm {
    return {
      simulation: this.simulation,
      flow: this.flow,
      group: (id) => this.groups.get(id),
      zoneIsOut: (zone) => this.zonesOut.has(zone),
      hire: (spec, place, standing) => this.hire(spec, place, standing),
      boot: (server, seconds) => this.boot(server, seconds),
      retire: (server) => this.kill(server, false),
      register: (id, server, standing) => {
        const group = this.groups.get(id);
        group?.register(server, standing);
        if (group !== undefined) this.openTarget(group, server);
      },
      note: (subject, text) => this.note(subject, text),
    };
  }

  private exposed() {
    return {
      ...this.realm,
      servers: () => this.present,
      kill: (server: Server, silently: boolean) => this.kill(server, silently),
      recreate: () => this.machines.forEach((machine) => machine.recreate()),
      setZone: (zone: number, out: boolean) => this.setZone(zone, out),
    };
  }

  private hire(spec: ServerSpec, place: Place, standing: boolean): Server {
    const number = (this.hired.get(spec.owner) ?? 0) + 1;
    this.hired.set(spec.owner, number);
    const earned = standing ? ((spec.burst?.creditsPerHour ?? 0) * standingSeconds) / 3600 : 0;
    const server = new Server(`${spec.owner}-${number}`, spec, place, (spec.burst?.launchCredits ?? 0) + earned);
    server.dark = this.zonesOut.has(place.zone);
    if (standing) server.state = 'running';
    this.present.push(server);
    return server;
  }

  private boot(server: Server, seconds: number): void {
    server.state = 'launching';
    const boots = ++server.boots;
    this.simulation.after(seconds, () => {
      if (server.state !== 'launching' || server.boots !== boots || server.dark) return;
      server.clear(this.now);
      server.state = 'running';
      if (server.memoryFull) this.outOfMemory(server);
    });
  }

  private kill(server: Server, silently: boolean): void {
    if (server.state === 'gone') return;
    this.flow.drop(server, silently);
    server.state = 'gone';
    this.present = this.present.filter((each) => each !== server);
  }

  /** A full task is killed by the kernel; on an instance the process thrashes and answers nothing that needs work. */
  private outOfMemory(server: Server): void {
    this.note(server.id, server.spec.kind === 'task' ? 'was killed: out of memory' : 'hangs: out of memory');
    if (server.spec.kind === 'task') return this.kill(server, false);
    this.flow.drop(server, true);
    server.hung = true;
  }

  private setZone(zone: number, out: boolean): void {
    const depth = (this.zonesOut.get(zone) ?? 0) + (out ? 1 : -1);
    if (depth > 0) this.zonesOut.set(zone, depth);
    else this.zonesOut.delete(zone);
    if (depth === (out ? 1 : 0)) this.power(zone, !out);
    this.openEntry();
  }

  private power(zone: number, on: boolean): void {
    this.note(`zone ${zone}`, on ? 'works again' : 'is out');
    for (const server of this.present.filter((each) => each.place.zone === zone)) {
      server.dark = !on;
      server.downSince = this.now;
      if (!on) this.flow.drop(server, true);
      else if (server.state !== 'stopped') this.boot(server, restartSeconds + (server.spec.tier?.startSeconds ?? 0));
    }
  }

  private account(): void {
    for (const server of this.present) server.account(this.now, accountSeconds);
  }

  private minute(): void {
    for (const group of this.groups.values()) group.minute();
    for (const table of this.tables.values()) table.minute();
    for (const fleet of this.fleets.values()) fleet.minute();
  }

  private tier(id: string | undefined) {
    return this.application.tiers.find((tier) => tier.id === id);
  }

  private note(subject: string, text: string): void {
    this.happened.push({ atSeconds: this.now, subject, text });
    if (this.happened.length > keptTransitions) this.happened.splice(0, this.happened.length - keptTransitions);
  }
}
