/** Time and chance, handed in. */
export interface Patience {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
}

const FIRST_MS = 500;
const LONGEST_MS = 20_000;
/** With these pauses 45 s on average: what AWS asks to repeat is over by then, or will not be over today. */
const TRIES = 10;

/**
 * Calls again while what it throws is passing, after pauses with full jitter, so that those who were turned away together do not come
 * back together: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * Throws what the last try threw.
 */
export async function persistently<T>(
  call: () => Promise<T>,
  isPassing: (error: unknown) => boolean,
  { wait, random }: Patience,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === TRIES || !isPassing(error)) throw error;
      await wait(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)));
    }
  }
}

/**
 * Asks until there is an answer, every few seconds with jitter; undefined when there is none within the limit.
 * @param everyMs mean time between questions
 * @param limitMs after the first
 */
export async function untilKnown<T>(
  ask: () => Promise<T | undefined>,
  everyMs: number,
  limitMs: number,
  { now, wait, random }: Patience,
): Promise<T | undefined> {
  const end = now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || now() >= end) return answer;
    await wait(everyMs * (0.5 + random()));
  }
}
