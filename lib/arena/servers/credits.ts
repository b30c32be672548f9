import type { Burst } from '../../architecture/instance-types';

/** How fast the average of surplus spending follows, per account: half of it is from the last three minutes or so. */
const memorySeconds = 300;

/**
 * CPU credits of a burstable instance: earned all the time, spent by use. Out of credits, a standard instance is held to its baseline, an
 * unlimited one pays for the surplus. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-standard-mode.html
 */
export class Credits {
  surplusPerHour = 0;

  /** @param balance credits at the beginning */
  constructor(
    private readonly burst: Burst,
    public unlimited: boolean,
    public balance: number,
  ) {
    this.balance = Math.min(balance, burst.maxCredits);
  }

  /** Share of full speed that the instance may use now, 0 to 1. */
  get throttle(): number {
    return this.balance > 0 || this.unlimited ? 1 : this.burst.baseline;
  }

  /** @param vcpuSeconds use of all vCPUs together during the seconds */
  account(vcpuSeconds: number, seconds: number): void {
    const earned = (this.burst.creditsPerHour * seconds) / 3600;
    const left = this.balance + earned - vcpuSeconds / 60;
    const surplus = this.unlimited ? Math.max(0, -left) : 0;
    this.balance = Math.min(this.burst.maxCredits, Math.max(0, left));
    const share = Math.min(1, seconds / memorySeconds);
    this.surplusPerHour += share * ((surplus * 3600) / seconds - this.surplusPerHour);
  }
}
