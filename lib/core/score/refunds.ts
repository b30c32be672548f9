import type { Rules } from '../event/event';
import type { Impact } from './impacts';

/** Points given back of an impact's loss. */
export interface Refunds {
  readonly detection: number;
  /** 0 while the impact is open. */
  readonly recovery: number;
}

/**
 * What declaring and ending an impact gives back. Both shrink with time to nothing, and together never exceed the loss, so that
 * breaking something on purpose never pays.
 * @param declaredAt event time of its declaration; one before the impact's start is as good as one at its start
 */
export function refundsOf(impact: Impact, declaredAt: number | undefined, { detect, recover }: Rules): Refunds {
  const { startSeconds, endSeconds, loss } = impact;
  return {
    detection:
      declaredAt === undefined
        ? 0
        : detect.refund * loss * promptness(Math.max(0, declaredAt - startSeconds), detect.withinSeconds),
    recovery:
      endSeconds === null ? 0 : recover.refund * loss * promptness(endSeconds - startSeconds, recover.withinSeconds),
  };
}

/** 1 at once, 0 from `withinSeconds` on. */
const promptness = (seconds: number, withinSeconds: number): number =>
  withinSeconds > 0 ? Math.max(0, 1 - seconds / withinSeconds) : 0;
