import type { Architecture } from '../architecture/architecture';
import type { Resource } from '../core/resource';
import { Access } from './access';
import type { Application, TierModel } from './application';
import { Fleet } from './fleets/fleet';
import { brokenSettings, groupSettings, serviceSettings } from './fleets/fleet-settings';
import type { Flow } from './flow';
import { Group } from './balancing/group';
import { Machine } from './servers/machines';
import type { Note, Realm } from './realm';
import { listResources } from './resources';
import type { Routes } from './balancing/routes';
import { Entry } from './balancing/routing';
import type { Server } from './servers/server';
import type { Servers } from './servers/servers';
import type { Simulation } from './clock/simulation';
import { TableThroughput } from './table';
import type { Visits } from './customers/visits';

/** What a stack is built into. */
export interface Site {
  readonly simulation: Simulation;
  readonly servers: Servers;
  readonly routes: Routes;
  readonly visits: Visits;
  readonly flow: Flow;
  readonly note: Note;
}

/** An architecture that stands: load balancer, target groups, tables, and those who own servers. Moves to another one as AWS would. */
export class Stack {
  private entry: Entry | undefined;
  private readonly groups = new Map<string, Group>();
  private readonly tables = new Map<string, TableThroughput>();
  private readonly fleets = new Map<string, Fleet>();
  private readonly machines = new Map<string, Machine>();
  private readonly realm: Realm;
  private readonly access: Access;
  private readonly broken = new Map<string, number>();

  constructor(
    private readonly application: Application,
    private architecture: Architecture,
    private readonly site: Site,
  ) {
    const { simulation, servers, note } = site;
    this.access = new Access(architecture.network, (zone) => servers.zoneIsOut(zone));
    site.flow.access = this.access;
    servers.canFetch = (server) => this.access.canFetch(server);
    this.realm = {
      simulation,
      servers,
      note,
      access: this.access,
      group: (id) => this.groups.get(id),
      register: (id, server, standing) => this.register(id, server, standing),
    };
    this.settle(architecture, true);
  }

  get targetGroups(): Iterable<Group> {
    return this.groups.values();
  }

  /** @param standing everything has been up for a while, as when the arena opens */
  settle(architecture: Architecture, standing: boolean): void {
    this.architecture = architecture;
    this.entry = Entry.tryFind(architecture);
    this.access.configure(architecture.network, this.entry?.balancer, this.entry?.listener.port ?? 80);
    this.settleGroups();
    this.settleTables();
    this.settleMachines(standing);
    this.settleFleets(standing);
    for (const id of this.groups.keys()) {
      if (!architecture.targetGroups.some((group) => group.id === id)) this.dropGroup(id);
    }
    this.site.routes.lead((method, path) => this.destination(method, path));
    this.openDoors();
  }

  /** Where the load balancer sends a request; without a target group it answers with the status itself. */
  destination(method: string, path: string): readonly [group: Group | undefined, status: number] {
    const action = this.entry?.action(method, path) ?? { kind: 'fixed', status: 503 };
    return action.kind === 'fixed' ? [undefined, action.status] : [this.groups.get(action.targetGroup), 503];
  }

  setZone(zone: number, out: boolean): void {
    this.site.servers.setZone(zone, out);
    this.openDoors();
  }

  /** Single instances that are gone though the stack wants them are made again. */
  recreate(): void {
    for (const machine of this.machines.values()) machine.recreate();
  }

  /**
   * A revision whose program never starts is deployed to all fleets of the tier.
   * @returns what rolls it back
   */
  deployBroken(tier: string): () => void {
    this.setBroken(tier, 1);
    return () => this.setBroken(tier, -1);
  }

  /** The security groups that the tier's servers have now let nobody in. @returns what opens them again; `undefined` without any */
  shutOut(tier: string): (() => void) | undefined {
    const servers = this.site.servers.present.filter(({ spec }) => spec.tier?.id === tier);
    const groups = [...new Set(servers.flatMap(({ spec }) => spec.securityGroups))];
    if (groups.length === 0) return undefined;
    for (const id of groups) this.site.note(id, 'lets nobody in');
    return this.doors(this.access.shut(groups));
  }

  /** Throttles a share of the table's calls. @returns what ends it; `undefined` when no table plays the role */
  throttle(role: string, share: number): (() => void) | undefined {
    const table = [...this.tables.values()].find((each) => each.table.tier === role);
    if (table === undefined) return undefined;
    this.site.note(table.table.id, 'throttles');
    return table.throttling.add(share);
  }

  /** No NAT gateway works. @returns what brings them back; `undefined` without any */
  loseNat(): (() => void) | undefined {
    if (this.architecture.natGateways.length === 0) return undefined;
    this.site.note('NAT gateways', 'work no more');
    return this.doors(this.access.loseNat());
  }

  /** To be called every few seconds: whoever owns servers replaces what failed. */
  review(): void {
    for (const fleet of this.fleets.values()) fleet.review();
  }

  /** To be called every minute: metrics are in, and scaling acts on them. */
  minute(): void {
    for (const machine of this.machines.values()) machine.minute();
    for (const group of this.groups.values()) group.minute();
    for (const table of this.tables.values()) table.minute();
    for (const fleet of this.fleets.values()) fleet.minute();
  }

  resources(): Resource[] {
    return listResources(this.architecture, this.site.servers, [...this.tables.values()]);
  }

  private settleGroups(): void {
    const { simulation, visits, flow, routes, note } = this.site;
    for (const settings of this.architecture.targetGroups) {
      const there = this.groups.get(settings.id);
      if (there !== undefined) there.configure(settings);
      else this.groups.set(settings.id, new Group(settings, simulation, visits, flow, routes, note));
    }
  }

  private dropGroup(id: string): void {
    const group = this.groups.get(id);
    for (const { server } of [...(group?.targets ?? [])]) group?.deregister(server);
    this.groups.delete(id);
  }

  private settleTables(): void {
    const { tables } = this.architecture;
    for (const id of this.tables.keys()) if (!tables.some((table) => table.id === id)) this.tables.delete(id);
    for (const table of tables) {
      const there = this.tables.get(table.id);
      if (there === undefined) this.tables.set(table.id, new TableThroughput(table));
      else there.configure(table, this.site.simulation.now);
    }
    this.site.routes.connect((role) => [...this.tables.values()].find(({ table }) => table.tier === role));
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
    ].map((settings) => (this.broken.has(settings.spec.tier?.id ?? '') ? brokenSettings(settings) : settings));
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

  private setBroken(tier: string, change: number): void {
    const deployed = (this.broken.get(tier) ?? 0) + change;
    if (deployed > 0) this.broken.set(tier, deployed);
    else this.broken.delete(tier);
    this.site.note(tier, change > 0 ? 'a new revision is deployed' : 'the new revision is rolled back');
    this.settleFleets(false);
  }

  /** A change of who gets through takes effect at once, and so does its end. */
  private doors(end: () => void): () => void {
    this.openDoors();
    return () => {
      end();
      this.openDoors();
    };
  }

  private register(id: string, server: Server, standing: boolean): void {
    const group = this.groups.get(id);
    group?.register(server, standing);
    if (group !== undefined) this.openDoor(group, server);
  }

  /** Which doors are open, after anything about network, zones or load balancer has changed. */
  private openDoors(): void {
    this.access.derive();
    const { entry } = this;
    const { flow, servers } = this.site;
    const lit =
      entry?.balancer.places.some((place) => !servers.zoneIsOut(place.zone) && this.access.isPublic(place)) ?? false;
    flow.entry = entry === undefined ? 'missing' : entry.reachable && lit ? 'open' : 'unreachable';
    flow.idleTimeoutSeconds = entry?.balancer.idleTimeoutSeconds ?? 60;
    for (const group of this.groups.values()) for (const { server } of group.targets) this.openDoor(group, server);
  }

  private openDoor(group: Group, server: Server): void {
    const target = group.tryFind(server);
    if (target === undefined || this.entry === undefined) return;
    const { balancer } = this.entry;
    const from = { groups: balancer.securityGroups, places: balancer.places };
    const to = { groups: server.spec.securityGroups, places: [server.place] };
    target.reachable = this.access.reaches(from, to, group.portOf(server));
  }

  private tier(id: string | undefined): TierModel | undefined {
    return this.application.tiers.find((tier) => tier.id === id);
  }
}
