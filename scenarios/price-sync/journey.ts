import { holds, record } from '../../load/checks';
import type { Journey, JourneyContext, JourneyDefinition, StepAnswer } from '../../load/journey';
import { receiptText } from './app/documents';
import { legalCents } from './app/prices';
import { productsOf, shelfCount, shelfLength, tryProductNumber } from './app/products';

/** A customer who looks at a shelf, then at something on it, and orders it. No price may be older than the legal lag. */
export const journey: JourneyDefinition = {
  id: 'buy-from-shelf',
  steps: 3,
  stepNames: ['listing', 'product', 'order'],
  start: customer,
};

function* customer(context: JourneyContext): Journey {
  const { account, hmac, signingKey, seed } = context;
  const wish = hmac(signingKey, `wish|${seed}`);
  const shelf = parseInt(wish.slice(0, 8), 16) % shelfCount;

  const listing = yield { name: 'listing', method: 'GET', path: `/shelves/${shelf}` };
  const shown = shelfOf(context, listing, shelf);
  if (shown === undefined) return 'faulty';
  const product = shown[parseInt(wish.slice(8, 16), 16) % shown.length] ?? '';

  const page = yield { name: 'product', method: 'GET', path: `/products/${product}` };
  const cents = /<article data-product="([^"]{1,9})" data-price-cents="(\d{1,9})"/.exec(page.body);
  const priceCents = Number(cents?.[2]);
  if (!isOurPage(context, page) || cents?.[1] !== product || !isLegal(context, page, product, priceCents))
    return 'faulty';

  // Secret until it is sent, and different for every customer: a receipt cannot be prepared.
  const nonce = hmac(signingKey, `nonce|${seed}`).slice(0, 24);
  const order = { account, product, priceCents, nonce };
  const answer = yield {
    name: 'order',
    method: 'POST',
    path: '/orders',
    body: JSON.stringify({ product, priceCents, nonce }),
  };
  const signature = hmac(signingKey, receiptText(order));
  return holds(record(answer, 201), { ...order, signature }) ? 'correct' : 'faulty';
}

/** Ids on a shelf's page; undefined when anything on it is wrong. */
function shelfOf(context: JourneyContext, answer: StepAnswer, shelf: number): string[] | undefined {
  if (!isOurPage(context, answer) || !answer.body.includes(`data-shelf="${shelf}"`)) return undefined;
  const belongs = productsOf(shelf);
  const ids: string[] = [];
  const card = /<li data-product="([^"]{1,9})" data-price-cents="(\d{1,9})"/g;
  for (let found = card.exec(answer.body); found !== null; found = card.exec(answer.body)) {
    const [, id = '', cents = ''] = found;
    const number = tryProductNumber(id);
    if (number === undefined || !belongs.includes(number) || ids.includes(id)) return undefined;
    if (!isLegal(context, answer, id, Number(cents))) return undefined;
    ids.push(id);
  }
  return ids.length === shelfLength ? ids : undefined;
}

const isOurPage = ({ account }: JourneyContext, { status, body }: StepAnswer) =>
  // A page that was cut off is no page.
  status === 200 && body.includes(`<meta name="account" content="${account}">`) && body.includes('</html>');

function isLegal({ hmac, signingKey }: JourneyContext, answer: StepAnswer, id: string, cents: number): boolean {
  const product = tryProductNumber(id);
  return product !== undefined && legalCents(hmac, signingKey, product, answer).includes(cents);
}
