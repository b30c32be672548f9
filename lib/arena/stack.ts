import type { Architecture } from '../architecture/architecture';
import type { Resource } from '../core/resource';
import { Access } from './access';
import type { Application, TierModel } from './application';
import type { Fleet, FleetProgress } from './fleets/fleet';
import { ScalingGroupFleet } from './fleets/scaling-group';
import { ServiceFleet } from './fleets/service';
import type { Flow } from './flow';
import { InstanceAlarms } from './servers/instance-alarms';
import { Machine } from './servers/machines';
import type { Note, Realm } from './realm';
import { listResources } from './resources';
import type { Routes } from './balancing/routes';
import { Edge } from './balancing/edge';
import type { Nodes } from './balancing/nodes';
import type { Servers } from './servers/servers';
import type { Simulation } from './clock/simulation';
import { Stores } from './data/stores';
import type { Visits } from './customers/visits';

/** What a stack is built into. */
export interface Site {
  readonly simulation: Simulation;
  readonly servers: Servers;
  readonly routes: Routes;
  readonly visits: Visits;
  readonly flow: Flow;
  readonly nodes: Nodes;
  readonly note: Note;
}

/** An architecture that stands: load balancer, target groups, tables, and those who own servers. Moves to another one as AWS would. */
export class Stack {
  readonly edge: Edge;
  private readonly scalingGroups = new Map<string, ScalingGroupFleet>();
  private readonly services = new Map<string, ServiceFleet>();
  private readonly machines = new Map<string, Machine>();
  /** Tables and queues. */
  readonly stores: Stores;
  private readonly alarms = new InstanceAlarms();
  private readonly realm: Realm;
  private readonly access: Access;

  constructor(
    private readonly application: Application,
    private architecture: Architecture,
    private readonly site: Site,
  ) {
    const { simulation, servers, routes, flow, note } = site;
    this.stores = new Stores(routes, simulation, servers, flow, note);
    this.access = new Access(architecture.network, (zone) => servers.zoneIsOut(zone));
    this.edge = new Edge(site, this.access);
    site.flow.calls.access = this.access;
    servers.canFetch = (server) => this.access.canFetch(server);
    this.realm = {
      simulation,
      servers,
      note,
      access: this.access,
      group: (id) => this.edge.group(id),
      measureQueue: (metric) => this.stores.measure(metric),
      register: (id, server, standing) => this.edge.register(id, server, standing),
    };
    this.settle(architecture, true);
  }

  /** @param standing everything has been up for a while, as when the arena opens */
  settle(architecture: Architecture, standing: boolean): void {
    this.architecture = architecture;
    this.edge.configure(architecture);
    this.stores.settle(architecture.tables, architecture.queues);
    this.settleMachines(standing);
    this.alarms.configure(architecture.alarms);
    this.settleFleets(standing);
    this.edge.open(architecture, standing);
  }

  setZone(zone: number, out: boolean): void {
    this.site.servers.setZone(zone, out);
    this.edge.openDoors();
  }

  /** How far each Auto Scaling group and each service is from what it should be, by logical id. */
  get progress(): ReadonlyMap<string, FleetProgress> {
    return new Map(this.fleets.map((fleet) => [fleet.id, fleet.progress]));
  }

  /** Everything of a fleet, or a single instance, is launched anew from its template. @returns false when there is no such thing */
  renew(id: string): boolean {
    const fleet = this.scalingGroups.get(id) ?? this.services.get(id);
    const machine = this.machines.get(id);
    fleet?.redeploy();
    machine?.renew();
    return fleet !== undefined || machine !== undefined;
  }

  /** Single instances that are gone though the stack wants them are made again. */
  recreate(): void {
    for (const machine of this.machines.values()) machine.recreate();
  }

  /**
   * A revision whose program ends right after its start is deployed to all fleets of the tier.
   * @returns what rolls it back
   */
  deployBroken(tier: string): () => void {
    this.site.note(tier, 'a new revision is deployed');
    const mend = this.fleets.filter((fleet) => fleet.tier === tier).map((fleet) => fleet.deployBroken());
    return () => {
      this.site.note(tier, 'the new revision is rolled back');
      for (const end of mend) end();
    };
  }

  /** Whether the architecture has a subnet in the zone. */
  hasZone(zone: number): boolean {
    return zone < this.architecture.network.zones;
  }

  get natGateways(): readonly string[] {
    return this.architecture.natGateways;
  }

  /** The security groups that the tier's servers have now. */
  doorsOf(tier: string): readonly string[] {
    const servers = this.site.servers.present.filter(({ spec }) => spec.tier?.id === tier);
    return [...new Set(servers.flatMap(({ spec }) => spec.securityGroups))];
  }

  /** These security groups let nobody in. @returns what opens them again */
  shutOut(groups: readonly string[]): () => void {
    for (const id of groups) this.site.note(id, 'lets nobody in');
    return this.doors(this.access.shut(groups));
  }

  /** No NAT gateway works. @returns what brings them back */
  loseNat(): () => void {
    this.site.note('NAT gateways', 'work no more');
    return this.doors(this.access.loseNat());
  }

  /** To be called every few seconds: whoever owns servers replaces what failed. */
  review(): void {
    for (const fleet of this.fleets) fleet.review();
  }

  /** To be called every minute: metrics are in, and scaling acts on them. */
  minute(): void {
    for (const machine of this.machines.values()) machine.minute();
    this.alarms.minute(this.site.servers, (id) => this.machines.get(id)?.server);
    for (const group of this.edge.targetGroups) group.minute();
    this.stores.minute();
    for (const fleet of this.fleets) fleet.minute();
  }

  resources(): Resource[] {
    return listResources(this.architecture, this.site.servers, this.stores.tables);
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

  private get fleets(): Fleet[] {
    return [...this.scalingGroups.values(), ...this.services.values()];
  }

  private settleFleets(standing: boolean): void {
    const { scalingGroups, services } = this.architecture;
    disbandOthers(this.scalingGroups, scalingGroups);
    disbandOthers(this.services, services);
    for (const group of scalingGroups) {
      const tier = this.tier(group.tier);
      const there = this.scalingGroups.get(group.id);
      if (there !== undefined) there.configure(group, tier);
      else this.scalingGroups.set(group.id, new ScalingGroupFleet(group, tier, this.realm, standing));
    }
    for (const service of services) {
      const tier = this.tier(service.tier);
      const there = this.services.get(service.id);
      if (there !== undefined) there.configure(service, tier);
      else this.services.set(service.id, new ServiceFleet(service, tier, this.realm, standing));
    }
  }

  /** A change of who gets through takes effect at once, and so does its end. */
  private doors(end: () => void): () => void {
    this.edge.openDoors();
    return () => {
      end();
      this.edge.openDoors();
    };
  }

  private tier(id: string | undefined): TierModel | undefined {
    return this.application.tiers.find((tier) => tier.id === id);
  }
}

function disbandOthers(fleets: Map<string, Fleet>, wanted: readonly { readonly id: string }[]): void {
  for (const [id, fleet] of fleets) {
    if (wanted.some((each) => each.id === id)) continue;
    fleet.disband();
    fleets.delete(id);
  }
}
