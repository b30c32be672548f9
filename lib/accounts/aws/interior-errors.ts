/** What AWS says in an account that it has only just made, and that passes within minutes. */
export const isWarmingUp = (error: unknown): boolean =>
  /OptInRequired|SubscriptionRequired|needs a subscription|account is being|pending verification/i.test(textOf(error));

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name} ${error.message} ${error.cause === undefined ? '' : textOf(error.cause)}`;
}
