/** What a server copies from elsewhere all the time: how old it is when the copying has stopped. */
export class Copy {
  private readonly stops = new Set<object>();
  private stoppedAt = Infinity;

  /** @returns what lets it go on, and up to date at once; nothing when the server has booted since */
  stop(now: number): () => void {
    const stop = {};
    if (this.stops.size === 0) this.stoppedAt = now;
    this.stops.add(stop);
    return () => {
      this.stops.delete(stop);
      if (this.stops.size === 0) this.stoppedAt = Infinity;
    };
  }

  /** A new boot begins with a new copy, and nothing that held the old one back. */
  renew(): void {
    this.stops.clear();
    this.stoppedAt = Infinity;
  }

  /** Whether it has been behind for longer than so many seconds. */
  isOlderThan(seconds: number, now: number): boolean {
    return now - this.stoppedAt > seconds;
  }
}
