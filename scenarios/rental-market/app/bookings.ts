import type { AppAnswer, AppRequest } from '../../../lib/arena/application';
import { addressOf } from '../../../lib/app/address';
import { badRequest, json, notFound } from '../../../lib/app/answers';
import { isDay, type AppContext } from './catalogue';
import { quoteText, receiptText, type Offer, type Receipt } from './documents';
import { tryRentalNumber } from './rentals';

/** Times that everything is signed, "to be safe"; with these, a request costs what `application.ts` says. */
const signings = { book: 13_500, read: 4350 };

/** What a request asks of the table, decided without touching it. */
type BookingDecision =
  | { readonly do: 'put'; readonly receipt: Receipt }
  | { readonly do: 'get'; readonly id: string }
  | { readonly do: 'refuse'; readonly answer: AppAnswer };

/**
 * The bookings tier. A booking must bring a quote that this marketplace signed; it never expires, so that a slow
 * marketplace is not a wrong one. The same nonce gives the same booking, so a request may safely be repeated.
 */
export function decideBooking(context: AppContext, request: AppRequest): BookingDecision {
  const { pathname } = addressOf(request.path);
  if (request.method === 'POST' && pathname === '/bookings') {
    const order = orderOf(request.body, context.team.account);
    if (order === undefined) return { do: 'refuse', answer: badRequest('a booking needs a quote and a nonce') };
    if (order.quoteSignature !== context.hmac(context.team.signingKey, quoteText(order.offer))) {
      return { do: 'refuse', answer: json(409, { error: 'this is not a quote of ours' }) };
    }
    return { do: 'put', receipt: receiptOf(context, order.offer, order.nonce) };
  }
  const id = /^\/bookings\/(b-[0-9a-f]{16})$/.exec(pathname)?.[1];
  if (request.method !== 'GET' || id === undefined) return { do: 'refuse', answer: notFound() };
  return { do: 'get', id };
}

export const bookedAnswer = (receipt: Receipt): AppAnswer => json(201, receipt);

/** What was read from the table. @param receipt undefined when the table has no such booking */
export function readAnswer(context: AppContext, receipt: Receipt | undefined): AppAnswer {
  if (receipt === undefined) return notFound();
  const expected = context.work.repeat(signings.read, () => sign(context, receipt));
  return expected === receipt.signature ? json(200, receipt) : json(500, { error: 'the ledger was tampered with' });
}

const sign = (context: AppContext, receipt: Omit<Receipt, 'signature'>) =>
  context.hmac(context.team.signingKey, receiptText(receipt));

function receiptOf(context: AppContext, offer: Offer, nonce: string): Receipt {
  const id = `b-${context.hmac(context.team.signingKey, `booking|${nonce}`).slice(0, 16)}`;
  const unsigned = { id, nonce, ...offer };
  return { ...unsigned, signature: context.work.repeat(signings.book, () => sign(context, unsigned)) };
}

interface Order {
  readonly offer: Offer;
  readonly nonce: string;
  readonly quoteSignature: string;
}

function orderOf(body: string, account: string): Order | undefined {
  let order: unknown;
  try {
    order = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof order !== 'object' || order === null) return undefined;
  const { rental, from, days, priceCents, nonce, quote } = order as Record<string, unknown>;
  if (typeof rental !== 'string' || tryRentalNumber(rental) === undefined) return undefined;
  if (typeof from !== 'string' || !isDay(from) || typeof quote !== 'string') return undefined;
  if (typeof nonce !== 'string' || !/^[0-9a-z]{8,64}$/.test(nonce)) return undefined;
  if (typeof days !== 'number' || typeof priceCents !== 'number') return undefined;
  return {
    offer: { rental, from, days, priceCents, totalCents: priceCents * days, account },
    nonce,
    quoteSignature: quote,
  };
}
