/** What the shop signs. Shared by the application and the journey. */

export interface Order {
  readonly account: string;
  readonly product: string;
  readonly priceCents: number;
  /** The customer's own word, so that no receipt fits two orders. */
  readonly nonce: string;
}

export const receiptText = ({ account, product, priceCents, nonce }: Order): string =>
  `receipt|${account}|${product}|${priceCents}|${nonce}`;
