import type { Group } from './group';

/** Where an action of the listener leads: to target groups by their weights, or to an answer of the load balancer's own. */
export class Destination {
  private readonly only: Group | undefined;
  private readonly owed: number[];
  private readonly total: number;

  /** @param status what the load balancer answers by itself where no group takes the request */
  constructor(
    readonly status: number,
    private readonly groups: readonly (Group | undefined)[] = [],
    private readonly weights: readonly number[] = groups.map(() => 1),
  ) {
    this.only = groups.length === 1 && (weights[0] ?? 0) > 0 ? groups[0] : undefined;
    this.owed = groups.map(() => 0);
    this.total = weights.reduce((sum, weight) => sum + weight, 0);
  }

  /**
   * The group that takes the next request; a group without anybody healthy keeps its share.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#forward-actions
   */
  next(): Group | undefined {
    return this.only ?? (this.total > 0 ? this.share() : undefined);
  }

  /** Shares come out exact in every stretch, and without chance: whoever is owed most is next. */
  private share(): Group | undefined {
    let most = 0;
    for (let i = 0; i < this.owed.length; i++) {
      this.owed[i] = (this.owed[i] as number) + (this.weights[i] as number);
      if ((this.owed[i] as number) > (this.owed[most] as number)) most = i;
    }
    this.owed[most] = (this.owed[most] as number) - this.total;
    return this.groups[most];
  }
}
