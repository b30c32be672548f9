import { untilKnown, type Patience } from '../patience';

const ASK_EVERY_MS = 15_000;
/** AWS speaks of minutes for most services; what takes longer is for another day. */
const LIMIT_MS = 15 * 60_000;

/**
 * Calls again while an account that was only just made refuses: https://repost.aws/knowledge-center/error-access-service
 * Throws what the last try threw, and at once what is no such refusal.
 */
export async function onceWarm<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  let refusal: unknown;
  const attempt = async (): Promise<{ readonly value: T } | undefined> => {
    try {
      return { value: await call() };
    } catch (error) {
      if (!isWarmingUp(error)) throw error;
      refusal = error;
      return undefined;
    }
  };
  const done = await untilKnown(attempt, ASK_EVERY_MS, LIMIT_MS, patience);
  if (done === undefined) throw refusal;
  return done.value;
}

/** What AWS says in an account that it has only just made, and that passes. */
const isWarmingUp = (error: unknown): boolean =>
  /OptInRequired|SubscriptionRequired|needs a subscription|account is being|pending verification/i.test(textOf(error));

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name} ${error.message} ${error.cause === undefined ? '' : textOf(error.cause)}`;
}
