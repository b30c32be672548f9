import type { Handling, Variables } from '../../../lib/arena/application';

/**
 * What the variables of the indexer say of how it handles messages. `PREFETCH` 0 is no limit, as in AMQP; without `DEAD_LETTERS` it
 * leaves in the queue what it cannot do.
 */
export const handlingOf = (variables: Readonly<Record<string, string | undefined>>): Handling => ({
  atOnce: wholeNumber(variables['PREFETCH'], 10) || Infinity,
  attempts: Math.max(1, wholeNumber(variables['ATTEMPTS'], 3)),
  retrySeconds: 2,
  gaveUp: (variables['DEAD_LETTERS'] ?? '') === '' ? 'left' : 'aside',
});

/** Whether the shop keeps changed prices that the queue does not take, and sends them later. */
export const keepsUnsent = (variables: Variables | NodeJS.ProcessEnv): boolean => variables['UNSENT'] !== 'drop';

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}
