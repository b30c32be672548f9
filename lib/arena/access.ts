import { reaches, type Network, type Party, type SecurityGroup } from '../architecture/network';

const shut: Pick<SecurityGroup, 'ingress'> = { ingress: [] };

/** Who gets through to whom now: the architecture's network, less what faults have taken from it. */
export class Access {
  private readonly shutGroups = new Map<string, number>();
  private natLosses = 0;
  private effective: Network;

  constructor(private network: Network) {
    this.effective = network;
  }

  get natIsLost(): boolean {
    return this.natLosses > 0;
  }

  configure(network: Network): void {
    this.network = network;
    this.derive();
  }

  reaches(from: Party, to: Party, port: number): boolean {
    return reaches(this.effective, from, to, port);
  }

  /** Takes every inbound rule from these security groups; closings add up. @returns what gives them back, once */
  shut(groups: readonly string[]): () => void {
    this.count(groups, 1);
    let open = false;
    return () => {
      if (open) return;
      open = true;
      this.count(groups, -1);
    };
  }

  /** @returns what brings the NAT gateways back, once */
  loseNat(): () => void {
    this.natLosses += 1;
    let back = false;
    return () => {
      if (back) return;
      back = true;
      this.natLosses -= 1;
    };
  }

  private count(groups: readonly string[], change: number): void {
    for (const id of groups) {
      const closings = (this.shutGroups.get(id) ?? 0) + change;
      if (closings > 0) this.shutGroups.set(id, closings);
      else this.shutGroups.delete(id);
    }
    this.derive();
  }

  private derive(): void {
    const groups = new Map(this.network.groups);
    for (const [id, group] of this.network.groups) if (this.shutGroups.has(id)) groups.set(id, { ...group, ...shut });
    this.effective = { ...this.network, groups };
  }
}
