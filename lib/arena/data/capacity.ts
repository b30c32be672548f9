/** Unused capacity of the last five minutes may be used in a burst. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html */
const burstSeconds = 300;

/**
 * One side of a table, its reads or its writes, as two buckets that fill by the second: the table's units with what a burst may use of the
 * past, and what its partitions can do at all, which no burst exceeds.
 */
export class Capacity {
  used = 0;
  private tokens: number;
  private partitionTokens: number;
  private filledAt = 0;

  /**
   * @param perSecond units
   * @param saves whether unused capacity is kept for a burst
   * @param partitionsPerSecond units that all partitions together do
   */
  constructor(
    private perSecond: number,
    private saves: boolean,
    private partitionsPerSecond: number,
  ) {
    this.tokens = this.depth;
    this.partitionTokens = partitionsPerSecond;
  }

  /** Capacity that is added comes without saved-up burst. */
  configure(now: number, perSecond: number, saves: boolean, partitionsPerSecond: number): void {
    this.fill(now);
    this.perSecond = perSecond;
    this.saves = saves;
    this.partitionsPerSecond = partitionsPerSecond;
    this.tokens = Math.min(this.tokens, this.depth);
    this.partitionTokens = Math.min(this.partitionTokens, partitionsPerSecond);
  }

  has(now: number, units: number): boolean {
    this.fill(now);
    return this.tokens >= units && this.partitionTokens >= units;
  }

  take(units: number): void {
    this.tokens -= units;
    this.partitionTokens -= units;
    this.used += units;
  }

  private get depth(): number {
    return this.perSecond * (this.saves ? burstSeconds : 1);
  }

  private fill(now: number): void {
    const passed = now - this.filledAt;
    this.filledAt = now;
    this.tokens = Math.min(this.depth, this.tokens + this.perSecond * passed);
    this.partitionTokens = Math.min(this.partitionsPerSecond, this.partitionTokens + this.partitionsPerSecond * passed);
  }
}
