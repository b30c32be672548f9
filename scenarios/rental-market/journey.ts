import { holds, record } from '../../load/checks';
import type { Journey, JourneyContext, JourneyDefinition, StepAnswer } from '../../load/journey';
import { quoteText, receiptText, type Quote, type Receipt } from './app/documents';
import { legalPriceLists } from './app/prices';
import { listingLength, scramble, townCount, tryRentalNumber } from './app/rentals';

/** A customer who looks around, picks something, asks what it costs, books it and looks at the booking again. */
export const journey: JourneyDefinition = {
  id: 'rent-something',
  steps: 5,
  stepNames: ['listing', 'product', 'quote', 'booking', 'receipt'],
  start: customer,
};

function* customer(context: JourneyContext): Journey {
  const { account, hmac, signingKey } = context;
  const wish = wishOf(context);

  const listing = yield { name: 'listing', method: 'GET', path: `/?town=${wish.town}` };
  const cards = listingCards(context, listing, wish.town);
  if (cards === undefined) return 'faulty';
  const rental = cards[wish.pick % cards.length] ?? '';

  const product = yield { name: 'product', method: 'GET', path: `/rentals/${rental}` };
  if (!isProductRight(context, product, rental)) return 'faulty';

  const from = `${new Date(product.receivedAt).getUTCFullYear() + 1}-${wish.monthAndDay}`;
  const quoteAnswer = yield {
    name: 'quote',
    method: 'GET',
    path: `/catalogue/quotes?rental=${rental}&from=${from}&days=${wish.days}`,
  };
  const quote = record(quoteAnswer, 200) as Partial<Quote> | undefined;
  if (quote === undefined || typeof quote.priceCents !== 'number') return 'faulty';
  const { priceCents } = quote;
  const offer = { rental, from, days: wish.days, priceCents, totalCents: priceCents * wish.days, account };
  const quoteSignature = hmac(signingKey, quoteText(offer));
  if (!holds(quote, { ...offer, signature: quoteSignature })) return 'faulty';
  if (!isLegalPrice(context, quoteAnswer, rental, priceCents)) return 'faulty';

  const bookingAnswer = yield {
    name: 'booking',
    method: 'POST',
    path: '/bookings',
    body: JSON.stringify({ rental, from, days: wish.days, priceCents, nonce: wish.nonce, quote: quoteSignature }),
  };
  const booked = record(bookingAnswer, 201) as Partial<Receipt> | undefined;
  if (booked === undefined || typeof booked.id !== 'string' || !/^[\w-]{1,64}$/.test(booked.id)) return 'faulty';
  const unsigned = { id: booked.id, nonce: wish.nonce, ...offer };
  const receipt = { ...unsigned, signature: hmac(signingKey, receiptText(unsigned)) };
  if (!holds(booked, receipt)) return 'faulty';

  const readBack = yield { name: 'receipt', method: 'GET', path: `/bookings/${receipt.id}` };
  return holds(record(readBack, 200), receipt) ? 'correct' : 'faulty';
}

/** What this customer wants: a function of the seed alone. The nonce is secret until it is sent, and no two customers share one. */
function wishOf({ seed, hmac, signingKey }: JourneyContext) {
  const dice = [1, 2, 3, 4, 5].map((die) => scramble(Math.imul(seed % 2 ** 32, 5) + die));
  const [town = 0, pick = 0, month = 0, day = 0, days = 0] = dice;
  const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
  return {
    town: town % townCount,
    pick,
    monthAndDay: `${two(1 + (month % 12))}-${two(1 + (day % 28))}`,
    days: 1 + (days % 14),
    nonce: hmac(signingKey, `nonce|${seed}`).slice(0, 24),
  };
}

/** Ids on a listing page; undefined when anything on it is wrong. */
function listingCards(context: JourneyContext, answer: StepAnswer, town: number): string[] | undefined {
  if (!isOurPage(context, answer) || !answer.body.includes(`data-town="${town}"`)) return undefined;
  const lists = legalLists(context, answer);
  const ids: string[] = [];
  const card = /data-rental="([^"]{1,9})" data-price-cents="(\d{1,9})"/g;
  for (let found = card.exec(answer.body); found !== null; found = card.exec(answer.body)) {
    const [, id = '', cents = ''] = found;
    const number = tryRentalNumber(id);
    if (number === undefined || ids.includes(id) || ids.length === listingLength) return undefined;
    if (!lists.some((list) => list.cents(number) === Number(cents))) return undefined;
    ids.push(id);
  }
  return ids.length === listingLength ? ids : undefined;
}

/** Prices that are each legal are also consistent with the listing's, as far as caching allows them to differ. */
function isProductRight(context: JourneyContext, answer: StepAnswer, rental: string): boolean {
  const cents = /data-product="([^"]{1,9})" data-price-cents="(\d{1,9})"/.exec(answer.body);
  return isOurPage(context, answer) && cents?.[1] === rental && isLegalPrice(context, answer, rental, Number(cents[2]));
}

const isOurPage = ({ account }: JourneyContext, { status, body }: StepAnswer) =>
  // A page that was cut off is no page.
  status === 200 && body.includes(`<meta name="account" content="${account}">`) && body.includes('</html>');

const legalLists = ({ hmac, signingKey }: JourneyContext, { sentAt, receivedAt }: StepAnswer) =>
  legalPriceLists(hmac, signingKey, sentAt, receivedAt);

function isLegalPrice(context: JourneyContext, answer: StepAnswer, rental: string, cents: number): boolean {
  const number = tryRentalNumber(rental);
  return number !== undefined && legalLists(context, answer).some((list) => list.cents(number) === cents);
}
