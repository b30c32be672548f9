/** What the marketplace signs, and the exact text that is signed. Shared by the application and the journey. */

export interface Offer {
  readonly rental: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  readonly priceCents: number;
  readonly totalCents: number;
  readonly account: string;
}

/** An offer that the marketplace keeps to: whoever sends its signature back may book at its price. */
export interface Quote extends Offer {
  readonly signature: string;
}

export interface Receipt extends Offer {
  readonly id: string;
  /** The customer's own word, so that no receipt fits two bookings. */
  readonly nonce: string;
  readonly signature: string;
}

const offerText = (o: Offer) => `${o.rental}|${o.from}|${o.days}|${o.priceCents}|${o.totalCents}|${o.account}`;

export const quoteText = (offer: Offer): string => `quote|${offerText(offer)}`;

export const receiptText = (receipt: Omit<Receipt, 'signature'>): string =>
  `receipt|${receipt.id}|${receipt.nonce}|${offerText(receipt)}`;
