/** Waits longer and longer between attempts that fail, up to a limit. */
export class Backoff {
  private waitSeconds = 0;
  private nextAt = -Infinity;

  constructor(
    private readonly firstSeconds: number,
    private readonly mostSeconds: number,
  ) {}

  mayTry(now: number): boolean {
    return now >= this.nextAt;
  }

  /** Several failures of one attempt count once. */
  failed(now: number): void {
    if (!this.mayTry(now)) return;
    this.waitSeconds = Math.min(this.mostSeconds, Math.max(this.firstSeconds, 2 * this.waitSeconds));
    this.nextAt = now + this.waitSeconds;
  }

  succeeded(): void {
    this.waitSeconds = 0;
    this.nextAt = -Infinity;
  }
}
