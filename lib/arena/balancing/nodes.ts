import type { Random } from '../clock/random';
import type { Simulation } from '../clock/simulation';

/** What the nodes are judged by. */
export interface NodeView {
  /** Zones that the load balancer has a node in. */
  readonly zones: readonly number[];
  /** Whether the node of a zone answers at all. */
  works(zone: number): boolean;
  /** Whether every target group has enough healthy targets for the node of a zone. */
  serves(zone: number): boolean;
  /** Whether it makes a difference which node takes a request. */
  readonly zonal: boolean;
}

/**
 * Addresses of the load balancer stay in the caches of clients for so long. We let every client use up that minute, from the instant at which
 * something changes: how fast AWS notices that a node is gone is not documented.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html
 */
const cachedSeconds = 60;

const noNode = -1;

/** The nodes of the load balancer, one in each of its zones, and which of them clients know from DNS. */
export class Nodes {
  private view: NodeView = { zones: [], works: () => true, serves: () => true, zonal: false };
  private published: readonly number[] = [];
  private known: readonly number[] = [];
  /** Whichever node takes a request, the same comes of it. */
  private alike = true;

  constructor(
    private readonly simulation: Simulation,
    private readonly random: Random,
  ) {}

  /** @param standing clients know how things are, as when the arena opens */
  configure(view: NodeView, standing: boolean): void {
    this.view = view;
    if (standing) {
      this.published = this.healthy();
      this.known = this.published;
    }
    this.review();
  }

  /** To be called whenever a zone or a target group may have changed. */
  review(): void {
    const healthy = this.healthy();
    if (healthy.join() !== this.published.join()) {
      this.published = healthy;
      this.simulation.after(cachedSeconds, () => this.learn(healthy));
    }
    this.compare();
  }

  /** Zone of the node that takes the next request, of those that clients know; negative when it does not answer. */
  next(): number {
    return this.alike ? 0 : this.draw();
  }

  /** With no zone that is well all of them stay in DNS. */
  private healthy(): readonly number[] {
    const { zones } = this.view;
    const healthy = zones.filter((zone) => this.view.works(zone) && this.view.serves(zone));
    return healthy.length > 0 ? healthy : zones;
  }

  private learn(zones: readonly number[]): void {
    this.known = zones;
    this.compare();
  }

  private compare(): void {
    this.alike = !this.view.zonal && this.known.every((zone) => this.view.works(zone));
  }

  private draw(): number {
    const zone = this.known[Math.floor(this.random.next() * this.known.length)] ?? noNode;
    return this.view.works(zone) ? zone : noNode;
  }
}
