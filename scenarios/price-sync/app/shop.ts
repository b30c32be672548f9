import { addressOf } from '../../../lib/app/address';
import { badRequest, busy, json, notFound } from '../../../lib/app/answers';
import type { Work } from '../../../lib/app/work';
import type { AppAnswer, AppRequest, ApplicationTeam } from '../../../lib/arena/application';
import { receiptText } from './documents';
import { listingPage, productPage } from './pages';
import { legalCents, lagMs, type Hmac, type Price } from './prices';
import { productsOf, productId, shelfLength, tryProductNumber, tryShelf } from './products';

/** What every part is given. */
export interface AppContext {
  readonly team: ApplicationTeam;
  readonly hmac: Hmac;
  readonly work: Work;
}

/** Times that things are signed, "to be safe"; with these, a request costs what `application.ts` says. */
const passes = { listing: 21_600, product: 10_800, order: 9000 };

/** What a request asks of the books, decided without touching them. */
export type ShopQuestion =
  | { readonly book: 'index'; readonly shelf: number }
  | { readonly book: 'store'; readonly product: number; readonly order: WantedOrder | undefined }
  | { readonly book: 'none'; readonly answer: AppAnswer };

interface WantedOrder {
  readonly priceCents: number;
  readonly nonce: string;
}

export function shopQuestion({ method, path, body }: AppRequest): ShopQuestion {
  const { pathname } = addressOf(path);
  if (method === 'POST' && pathname === '/orders') return orderOf(body);
  if (method !== 'GET') return { book: 'none', answer: notFound() };
  const shelf = tryShelf(/^\/shelves\/([^/]+)$/.exec(pathname)?.[1] ?? '');
  if (shelf !== undefined) return { book: 'index', shelf };
  const product = tryProductNumber(/^\/products\/([^/]+)$/.exec(pathname)?.[1] ?? '');
  return product === undefined ? { book: 'none', answer: notFound() } : { book: 'store', product, order: undefined };
}

/** The page of a shelf. @param prices what the index has of it */
export function shelfAnswer({ team, hmac, work }: AppContext, shelf: number, prices: readonly Price[]): AppAnswer {
  work.repeat(passes.listing, () => hmac(team.signingKey, `shelf|${shelf}`));
  const sorted = productsOf(shelf).flatMap((product) => prices.find((price) => price.product === product) ?? []);
  // Half a shelf is worse than an apology.
  return sorted.length === shelfLength ? listingPage(team.account, shelf, sorted) : busy();
}

/** The page of a product, or the receipt of an order. @param price what the store has @param at instant on the calendar, ms */
export function storeAnswer(
  { team, hmac, work }: AppContext,
  { product, order }: Extract<ShopQuestion, { book: 'store' }>,
  price: Price | undefined,
  at: number,
): AppAnswer {
  if (price === undefined) return busy();
  if (order === undefined) {
    work.repeat(passes.product, () => hmac(team.signingKey, `product|${product}`));
    return productPage(team.account, price);
  }
  // What was shown half a minute ago is still good.
  const good = [...legalCents(hmac, team.signingKey, product, { sentAt: at - lagMs, receivedAt: at }), price.cents];
  if (!good.includes(order.priceCents)) return json(409, { error: 'the price has changed' });
  const receipt = { account: team.account, product: productId(product), ...order };
  const signature = work.repeat(passes.order, () => hmac(team.signingKey, receiptText(receipt)));
  return json(201, { ...receipt, signature });
}

function orderOf(body: string): ShopQuestion {
  const refused = badRequest('an order needs a product, its price and a nonce');
  let order: unknown;
  try {
    order = JSON.parse(body);
  } catch {
    return { book: 'none', answer: refused };
  }
  if (typeof order !== 'object' || order === null) return { book: 'none', answer: refused };
  const { product: id, priceCents, nonce } = order as Record<string, unknown>;
  const product = typeof id === 'string' ? tryProductNumber(id) : undefined;
  if (product === undefined || typeof priceCents !== 'number' || !Number.isSafeInteger(priceCents))
    return { book: 'none', answer: refused };
  if (typeof nonce !== 'string' || !/^[0-9a-z]{8,64}$/.test(nonce)) return { book: 'none', answer: refused };
  return { book: 'store', product, order: { priceCents, nonce } };
}
