import type { Attempts } from './ports';

/** Wrong codes a minute. A room shares an address, so one address may be wrong more often than one person would be. */
export const mostFailures = { perAddress: 20, global: 600 } as const;

/** A place taken for a try, so that many at once cannot all be the last that is allowed. */
export interface Place {
  /** The try was no failure: it does not count. */
  giveBack(): Promise<void>;
}

/**
 * Takes a place for one try; undefined when there is none left in this minute. Where an address has none left the global count is not
 * touched, so that one address alone never keeps the others out.
 * @param address a key that stands for it
 */
export async function takePlace(attempts: Attempts, address: string, now: number): Promise<Place | undefined> {
  const minute = Math.floor(now / 60_000);
  const own = `address#${address}`;
  if ((await attempts.add(own, minute, 1)) > mostFailures.perAddress) return undefined;
  if ((await attempts.add(GLOBAL, minute, 1)) > mostFailures.global) return undefined;
  return {
    giveBack: async () => {
      await attempts.add(own, minute, -1);
      await attempts.add(GLOBAL, minute, -1);
    },
  };
}

const GLOBAL = 'global';

/** Counts on one machine, of the newest minute alone. */
export class AttemptsInMemory implements Attempts {
  private minute = -Infinity;
  private readonly counts = new Map<string, number>();

  add(key: string, minute: number, by: 1 | -1): Promise<number> {
    if (minute > this.minute) {
      this.minute = minute;
      this.counts.clear();
    }
    const count = (this.counts.get(key) ?? 0) + by;
    this.counts.set(key, count);
    return Promise.resolve(count);
  }
}
