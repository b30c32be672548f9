import { productCount } from './products';

/** The head office’s prices: a secret function of product and time. Shared by the application and the journey. */

/** HMAC-SHA256 as lower-case hex. */
export type Hmac = (key: string, text: string) => string;

/** How long a product keeps a price, ms of the event's calendar; products change one after the other, two a second. */
export const holdMs = 1_200_000;

/** How old a shown price may be, ms, so that honest caching is legal, and so that a queue has time. */
export const lagMs = 30_000;

/** A price of a product, and which of its prices it is: a higher slot is a newer price. */
export interface Price {
  readonly product: number;
  readonly slot: number;
  readonly cents: number;
}

/** Which price of a product holds at an instant on the event's calendar, ms. */
export const slotAt = (product: number, at: number): number =>
  Math.floor((at + (product * holdMs) / productCount) / holdMs);

/** Nobody without the signing key can tell the next one. */
export function priceOf(hmac: Hmac, signingKey: string, product: number, slot: number): Price {
  const shape = parseInt(hmac(signingKey, `price|${product}|${slot}`).slice(0, 8), 16);
  return { product, slot, cents: 199 + (shape % 20_000) };
}

/** Prices that an answer may show that was asked for at `sentAt` and came at `receivedAt`, oldest first. */
export function legalCents(
  hmac: Hmac,
  signingKey: string,
  product: number,
  { sentAt, receivedAt }: { readonly sentAt: number; readonly receivedAt: number },
): number[] {
  const cents: number[] = [];
  for (let slot = slotAt(product, sentAt - lagMs); slot <= slotAt(product, receivedAt); slot++) {
    cents.push(priceOf(hmac, signingKey, product, slot).cents);
  }
  return cents;
}
