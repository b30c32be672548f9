import type { Architecture, RuleAction } from '../../architecture/architecture';
import type { Place } from '../../architecture/network';
import type { Access } from '../access';
import type { Server } from '../servers/server';
import type { Site } from '../stack';
import { Destination } from './destination';
import { Group } from './group';
import type { NodeView } from './nodes';
import { Entry } from './routing';

/** What customers meet first: the load balancer with its rules and nodes, its target groups, and which doors are open. */
export class Edge {
  private entry: Entry | undefined;
  private readonly groups = new Map<string, Group>();
  private readonly destinations = new Map<RuleAction | undefined, Destination>();

  constructor(
    private readonly site: Site,
    private readonly access: Access,
  ) {}

  get targetGroups(): Iterable<Group> {
    return this.groups.values();
  }

  group(id: string): Group | undefined {
    return this.groups.get(id);
  }

  /** To be called first, before servers move to new groups; `open` comes last. */
  configure(architecture: Architecture): void {
    const entry = Entry.tryFind(architecture);
    this.entry = entry;
    this.destinations.clear();
    this.access.configure(architecture.network, entry?.balancer, entry?.listener.port ?? 80);
    for (const settings of architecture.targetGroups) {
      const zones = entry?.leadsTo(settings.id) ? entry.zones : [];
      const there = this.groups.get(settings.id);
      if (there !== undefined) there.configure(settings, zones);
      else this.groups.set(settings.id, new Group(settings, zones, this.site, () => this.site.nodes.review()));
    }
  }

  /** @param standing clients know how things are, as when the arena opens */
  open(architecture: Architecture, standing: boolean): void {
    for (const [id, group] of this.groups) {
      if (architecture.targetGroups.some((each) => each.id === id)) continue;
      for (const { server } of [...group.targets]) group.deregister(server);
      this.groups.delete(id);
    }
    this.site.routes.lead((method, path) => this.destination(method, path));
    this.openDoors();
    this.site.nodes.configure(this.viewOfNodes(), standing);
  }

  /** Where the load balancer sends a request. */
  destination(method: string, path: string): Destination {
    const action = this.entry?.action(method, path);
    let there = this.destinations.get(action);
    if (there === undefined) {
      there = this.toward(action);
      this.destinations.set(action, there);
    }
    return there;
  }

  register(id: string, server: Server, standing: boolean): void {
    const group = this.groups.get(id);
    group?.register(server, standing);
    if (group !== undefined) this.openDoor(group, server);
  }

  /** Which doors are open; to be called after anything about network, zones or load balancer has changed. */
  openDoors(): void {
    this.access.derive();
    const { entry } = this;
    const { flow } = this.site;
    const lit = entry?.balancer.places.some((place) => this.isLit(place)) ?? false;
    flow.entry = entry === undefined ? 'missing' : entry.reachable && lit ? 'open' : 'unreachable';
    flow.idleTimeoutSeconds = entry?.balancer.idleTimeoutSeconds ?? 60;
    for (const group of this.groups.values()) for (const { server } of group.targets) this.openDoor(group, server);
    this.site.nodes.review();
  }

  private openDoor(group: Group, server: Server): void {
    const target = group.tryFind(server);
    if (target === undefined || this.entry === undefined) return;
    const { balancer } = this.entry;
    const from = { groups: balancer.securityGroups, places: balancer.places };
    const to = { groups: server.spec.securityGroups, places: [server.place] };
    target.reachable = this.access.reaches(from, to, group.portOf(server));
  }

  private toward(action: RuleAction | undefined): Destination {
    if (action === undefined || action.kind === 'fixed') return new Destination(action?.status ?? 503);
    const groups = action.targetGroups.map(({ id }) => this.groups.get(id));
    const weights = action.targetGroups.map(({ weight }) => weight);
    return new Destination(503, groups, weights);
  }

  private viewOfNodes(): NodeView {
    const { entry } = this;
    const places = entry?.balancer.places ?? [];
    const groups = [...this.groups.values()].filter((group) => entry?.leadsTo(group.id));
    return {
      zones: entry?.zones ?? [],
      works: (zone) => places.some((place) => place.zone === zone && this.isLit(place)),
      serves: (zone) => groups.every((group) => group.serves(zone)),
      zonal: groups.some((group) => !group.crossZone),
    };
  }

  /** Whether somebody from the internet may reach a node of the load balancer there. */
  private isLit(place: Place): boolean {
    return !this.site.servers.zoneIsOut(place.zone) && this.access.isPublic(place);
  }
}
