import type { AppAnswer, ApplicationTeam } from '../../../lib/arena/application';
import { addressOf } from '../../../lib/app/address';
import { badRequest, json, notFound } from '../../../lib/app/answers';
import { quoteText, type Offer } from './documents';
import { priceEpoch, PriceList, type Hmac } from './prices';
import { nearest, rentals, similar, townCount, tryRentalNumber, type Rental } from './rentals';
import type { Work } from '../../../lib/app/work';

export interface CatalogueCard {
  readonly id: string;
  readonly name: string;
  readonly priceCents: number;
}
export interface CatalogueListing {
  readonly town: number;
  readonly rentals: readonly CatalogueCard[];
}
export interface CatalogueRental extends CatalogueCard {
  readonly similar: readonly CatalogueCard[];
}

/** What every tier is given. */
export interface AppContext {
  readonly team: ApplicationTeam;
  readonly hmac: Hmac;
  readonly work: Work;
}

/** Passes over the stock per request; with these, a request costs what `application.ts` says. */
const passes = { listing: 520, rental: 190, quote: 180 };

/**
 * The catalogue tier: what there is to rent near a town, one rental, and binding quotes. Answers depend on nothing but the
 * request, the signing key and the instant. @param path with query @param at instant on the event's calendar, ms
 */
export function catalogueAnswer(context: AppContext, path: string, at: number): AppAnswer {
  const { pathname, query } = addressOf(path);
  const prices = new PriceList(context.hmac, context.team.signingKey, priceEpoch(at));
  const card = (r: Rental): CatalogueCard => ({
    id: r.id,
    name: r.name,
    priceCents: prices.cents(tryRentalNumber(r.id) ?? 0),
  });

  if (pathname === '/catalogue/listing') {
    const town = Number(query.get('town') ?? '0');
    if (!Number.isInteger(town) || town < 0 || town >= townCount) return badRequest('no such town');
    const near = context.work.repeat(passes.listing, () => nearest(town));
    return json(200, { town, rentals: near.map(card) } satisfies CatalogueListing);
  }
  if (pathname === '/catalogue/quotes') {
    const offer = offerOf(query, prices, context.team.account);
    if (offer === undefined) return badRequest('a quote needs rental, from (YYYY-MM-DD) and days (1 to 28)');
    const rental = findRental(offer.rental);
    if (rental !== undefined) context.work.repeat(passes.quote, () => similar(rental));
    return json(200, { ...offer, signature: context.hmac(context.team.signingKey, quoteText(offer)) });
  }
  const rental = findRental(/^\/catalogue\/rentals\/([^/]+)$/.exec(pathname)?.[1] ?? '');
  if (rental === undefined) return notFound();
  const alike = context.work.repeat(passes.rental, () => similar(rental));
  return json(200, { ...card(rental), similar: alike.map(card) } satisfies CatalogueRental);
}

function offerOf(query: URLSearchParams, prices: PriceList, account: string): Offer | undefined {
  const rental = query.get('rental') ?? '';
  const from = query.get('from') ?? '';
  const days = Number(query.get('days'));
  const number = tryRentalNumber(rental);
  if (number === undefined || !isDay(from) || !Number.isInteger(days) || days < 1 || days > 28) return undefined;
  const priceCents = prices.cents(number);
  return { rental, from, days, priceCents, totalCents: priceCents * days, account };
}

const findRental = (id: string): Rental | undefined => rentals[(tryRentalNumber(id) ?? 0) - 1];

/** True for a calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
