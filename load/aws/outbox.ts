/** How an outbox sends, and what it says. */
interface OutboxParts<T> {
  /** What is kept at most; of more, the oldest are dropped. */
  readonly most: number;
  /** What is sent at once at most. */
  readonly batch: number;
  /** How long to wait for more before sending, ms. */
  readonly gatherMs: number;
  readonly send: (items: readonly T[]) => Promise<void>;
  /** Whether a refusal will never be anything else: what was refused is dropped then. */
  readonly isHopeless: (error: unknown) => boolean;
  readonly failed: (error: unknown, kept: number) => void;
  readonly dropped: (count: number) => void;
  /** Shares from 0 up to 1, for jitter. */
  readonly random: () => number;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Things on their way to a service that may throttle or be away: kept in order and tried again with growing, jittered waits until it takes
 * them. A newer thing of the same key takes the place of one that is still here.
 */
export class Outbox<T> {
  private readonly items = new Map<string, T>();
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<boolean> | undefined;
  private failures = 0;

  constructor(private readonly parts: OutboxParts<T>) {}

  put(key: string, item: T): void {
    this.items.set(key, item);
    const over = this.items.size - this.parts.most;
    if (over > 0) {
      for (const oldest of [...this.items.keys()].slice(0, over)) this.items.delete(oldest);
      this.parts.dropped(over);
    }
    this.wake(this.parts.gatherMs);
  }

  /** Sends what is here without waiting for more, until all is gone or the time is over; returns how many are left. */
  async drain(forMs: number): Promise<number> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const deadline = Date.now() + forMs;
    while (this.items.size > 0 && Date.now() < deadline) {
      const sent = await within(deadline - Date.now(), this.sendOnce());
      if (sent !== true) await within(deadline - Date.now(), pause(FIRST_WAIT_MS / 4));
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    return this.items.size;
  }

  private wake(afterMs: number): void {
    if (this.timer !== undefined || this.sending !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.sendOnce();
    }, afterMs);
  }

  /** True when something was sent, or nothing was left to send. Whoever asks while it is under way shares it. */
  private sendOnce(): Promise<boolean> {
    this.sending ??= this.attempt().finally(() => {
      this.sending = undefined;
      if (this.items.size > 0) this.wake(this.failures === 0 ? this.parts.gatherMs : this.waitMs());
    });
    return this.sending;
  }

  private async attempt(): Promise<boolean> {
    const taken = [...this.items].slice(0, this.parts.batch);
    if (taken.length === 0) return true;
    try {
      await this.parts.send(taken.map(([, item]) => item));
      this.failures = 0;
      this.forget(taken);
      return true;
    } catch (error) {
      this.failures += 1;
      this.parts.failed(error, this.items.size);
      if (this.parts.isHopeless(error)) {
        this.forget(taken);
        this.parts.dropped(taken.length);
      }
      return false;
    }
  }

  /** What grew in the meantime stays. */
  private forget(taken: readonly (readonly [string, T])[]): void {
    for (const [key, item] of taken) if (this.items.get(key) === item) this.items.delete(key);
  }

  private waitMs(): number {
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.failures - 1));
    return most * (0.5 + 0.5 * this.parts.random());
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What `work` gives within the time, or undefined. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), Math.max(0, ms))));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
