import type { Handling } from '../application';

/** How an attempt at a message went. */
export interface Attempt {
  /** How many there were, this one included. */
  readonly attempts: number;
  readonly worked: boolean;
  /** Whether the queue hears of it. */
  readonly reachable: boolean;
}

/**
 * What a program does after an attempt: it tells the queue that the message is done, tries again, puts it aside and tells the queue that
 * it is done, or leaves it to the queue, which gives it again.
 */
export function afterAttempt(
  { attempts: most, gaveUp }: Handling,
  { attempts, worked, reachable }: Attempt,
): 'done' | 'again' | 'aside' | 'left' {
  if (!worked && attempts < most) return 'again';
  if (!reachable) return 'left';
  return worked ? 'done' : gaveUp;
}
