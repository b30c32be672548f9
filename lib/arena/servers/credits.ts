import type { Burst } from '../../architecture/instance-types';

/** What is charged shows in the observed spend at once and fades in five minutes or so; added up over time it is what was charged. */
const billSeconds = 300;

/**
 * A standard instance low on credits slows down gradually, within 15 minutes, so there is no sharp drop. AWS says no more about the
 * curve; we take the speed above the baseline to be what the balance pays for five minutes, which leaves 5 % of it after fifteen.
 * https://aws.amazon.com/ec2/faqs/ and
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-standard-mode.html
 */
const slopeMinutes = 5;

/**
 * CPU credits of a burstable instance: earned all the time while it runs, spent by use, one credit for a vCPU minute.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html
 */
export class Credits {
  /** Credits that cost extra, per hour, at the pace of the last minutes. */
  surplusPerHour = 0;
  /** All credits that have cost extra so far. */
  charged = 0;
  /** Given at launch, spent first, not counted towards the limit. */
  private launch = 0;
  /** Earned credits when positive, spent surplus credits when negative. */
  private net = 0;
  private readonly vcpus: number;

  /** @param earned credits at the beginning, beside what a launch gives */
  constructor(
    private readonly burst: Burst,
    private unlimitedMode: boolean,
    earned = 0,
  ) {
    this.vcpus = burst.creditsPerHour / 60 / burst.baseline;
    this.net = Math.min(earned, burst.maxCredits);
    this.start();
  }

  get unlimited(): boolean {
    return this.unlimitedMode;
  }

  /**
   * The way to standard mode is paid for with what was borrowed, the one to unlimited with what the launch gave.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html#unlimited-mode-switching-and-credits
   */
  set unlimited(unlimited: boolean) {
    if (unlimited && !this.unlimitedMode) this.launch = 0;
    if (!unlimited) this.chargeAll();
    this.unlimitedMode = unlimited;
  }

  /** What CloudWatch shows as CPUCreditBalance. */
  get balance(): number {
    return this.launch + Math.max(0, this.net);
  }

  /** What CloudWatch shows as CPUSurplusCreditBalance: borrowed from the next 24 hours' earnings, and not paid back yet. */
  get surplusBalance(): number {
    return Math.max(0, -this.net);
  }

  /** Share of full speed that the instance may use now, 0 to 1. */
  get throttle(): number {
    if (this.unlimitedMode) return 1;
    return Math.min(1, this.burst.baseline + this.balance / (slopeMinutes * this.vcpus));
  }

  /**
   * Earned credits pay back what was borrowed before they are saved up to the limit. Borrowing beyond what a day earns costs extra.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html
   *
   * @param vcpuSeconds use of all vCPUs together during the seconds
   */
  account(vcpuSeconds: number, seconds: number): void {
    const { maxCredits, creditsPerHour } = this.burst;
    const spent = vcpuSeconds / 60;
    const fromLaunch = Math.min(this.launch, spent);
    this.launch -= fromLaunch;
    const net = this.net + (creditsPerHour * seconds) / 3600 - (spent - fromLaunch);
    const lowest = this.unlimitedMode ? -maxCredits : 0;
    this.net = Math.min(maxCredits, Math.max(lowest, net));
    if (this.unlimitedMode && net < lowest) this.charge(lowest - net);
    this.fade(seconds);
  }

  /**
   * The instance stops or is terminated: what was borrowed is charged. Saved credits of a T2 are lost, the others keep theirs for seven
   * days, which is for as long as any event lasts.
   */
  stop(): void {
    this.chargeAll();
    if (this.burst.keptWhenStopped) return;
    this.launch = 0;
    this.net = 0;
  }

  /**
   * The instance is launched or starts again: a standard T2 gets credits to start with.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-standard-mode-concepts.html#launch-credits
   */
  start(): void {
    if (!this.unlimitedMode) this.launch = this.burst.launchCredits;
  }

  /** Time passes for the bill alone, as for an instance that does not run. */
  fade(seconds: number): void {
    this.surplusPerHour *= Math.exp(-seconds / billSeconds);
  }

  private chargeAll(): void {
    this.charge(this.surplusBalance);
    this.net += this.surplusBalance;
  }

  private charge(credits: number): void {
    this.charged += credits;
    this.surplusPerHour += (credits * 3600) / billSeconds;
  }
}
