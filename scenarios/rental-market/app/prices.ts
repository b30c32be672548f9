import { basePriceCents, scramble } from './rentals';

/** Prices follow demand and change once a minute, for every rental at once. Shared by the application and the journey. */

/** HMAC-SHA256 as lower-case hex. */
export type Hmac = (key: string, text: string) => string;

/** How long prices hold, ms of the event's calendar. */
export const priceEpochMs = 60_000;

/** How old a shown price may be, ms, so that honest caching is legal. */
const priceGraceMs = 30_000;

/** All prices of one epoch. Nobody without the signing key can tell the next one's. */
export class PriceList {
  private readonly demand: number;

  constructor(hmac: Hmac, signingKey: string, epoch: number) {
    this.demand = parseInt(hmac(signingKey, `prices|${epoch}`).slice(0, 8), 16);
  }

  /** Price of one day in cents: the base price, 20 % down to 20 % up. @param rentalNumber 1 to 240 */
  cents(rentalNumber: number): number {
    const share = scramble(this.demand ^ Math.imul(rentalNumber, 0x9e3779b1)) / 2 ** 32;
    return Math.round(basePriceCents(rentalNumber) * (0.8 + 0.4 * share));
  }
}

/** The epoch of an instant on the event's calendar, ms. */
export function priceEpoch(at: number): number {
  return Math.floor(at / priceEpochMs);
}

/** Price lists that an answer may show that was asked for at `sentAt` and came at `receivedAt`, newest first. */
export function legalPriceLists(hmac: Hmac, signingKey: string, sentAt: number, receivedAt: number): PriceList[] {
  const lists: PriceList[] = [];
  const oldest = priceEpoch(sentAt - priceGraceMs);
  for (let epoch = priceEpoch(receivedAt); epoch >= oldest; epoch--) lists.push(new PriceList(hmac, signingKey, epoch));
  return lists;
}
