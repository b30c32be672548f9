/** Memory of one session, KiB; `application.ts` says the same. */
const sessionKib = 170;

/**
 * Sessions of the storefront. Each page view opens one and the code that would close them was never written. When the memory
 * set aside for them is full, the next visitor waits for a free one, which never comes; so does the deep health check.
 */
export class Sessions {
  private readonly open: Buffer[] = [];
  private readonly limit: number;

  /** @param memoryMib memory set aside for sessions */
  constructor(memoryMib: number) {
    this.limit = Math.floor((memoryMib * 1024) / sessionKib);
  }

  /** Opens a session for a visitor. Never settles once the memory is full. */
  enter(): Promise<void> {
    if (this.isFull()) return this.wait();
    this.open.push(Buffer.alloc(sessionKib * 1024, 1));
    return Promise.resolve();
  }

  /** Settles when a visitor could be served; opens nothing. */
  check(): Promise<void> {
    return this.isFull() ? this.wait() : Promise.resolve();
  }

  private isFull(): boolean {
    return this.open.length >= this.limit;
  }

  private wait(): Promise<void> {
    return new Promise(() => undefined);
  }
}
