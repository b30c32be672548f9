import type { AppAnswer } from '../../../lib/arena/application';
import { addressOf } from '../../../lib/app/address';
import { notFound, page } from '../../../lib/app/answers';
import type { AppContext, CatalogueCard, CatalogueListing, CatalogueRental } from './catalogue';
import { rentals, similar } from './rentals';

/** Passes over the stock per page; with these, a page costs what `application.ts` says. */
const passes = { listing: 1800, product: 1220 };

/** What the storefront must ask the catalogue before it can answer; undefined for a page that does not exist. */
export function catalogueQuestion(path: string): string | undefined {
  const { pathname, query } = addressOf(path);
  if (pathname === '/') return `/catalogue/listing?town=${encodeURIComponent(query.get('town') ?? '0')}`;
  const id = /^\/rentals\/(r-\d+)$/.exec(pathname)?.[1];
  return id === undefined ? undefined : `/catalogue/rentals/${id}`;
}

/** The page, given what the catalogue answered to `catalogueQuestion`. A catalogue that fails makes the storefront fail. */
export function storefrontAnswer(context: AppContext, path: string, catalogue: AppAnswer): AppAnswer {
  if (catalogue.status >= 500) return page(502, '<h1>Sorry, our catalogue is having a nap</h1>');
  if (catalogue.status !== 200) return notFound();
  const isListing = addressOf(path).pathname === '/';
  recommend(context, isListing ? passes.listing : passes.product);
  return isListing
    ? listingPage(context, JSON.parse(catalogue.body) as CatalogueListing)
    : productPage(context, JSON.parse(catalogue.body) as CatalogueRental);
}

/** The recommendation engine: was the future of the company, is shown nowhere, runs on every page. */
function recommend(context: AppContext, times: number): void {
  const first = rentals[0];
  if (first !== undefined) context.work.repeat(times, () => similar(first));
}

function listingPage(context: AppContext, listing: CatalogueListing): AppAnswer {
  return layout(
    context,
    'Rent it, it is nearly new',
    `<ol data-town="${listing.town}">${listing.rentals.map(cardHtml).join('')}</ol>`,
  );
}

function productPage(context: AppContext, rental: CatalogueRental): AppAnswer {
  return layout(
    context,
    rental.name,
    `<article data-product="${rental.id}" data-price-cents="${rental.priceCents}">${euros(rental.priceCents)} a day</article>` +
      `<h2>Others liked</h2><ol>${rental.similar.map(cardHtml).join('')}</ol>`,
  );
}

const cardHtml = (card: CatalogueCard) =>
  `<li data-rental="${card.id}" data-price-cents="${card.priceCents}">` +
  `<a href="/rentals/${card.id}">${card.name}</a> ${euros(card.priceCents)} a day</li>`;

const layout = (context: AppContext, title: string, body: string) =>
  page(
    200,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
      `<meta name="account" content="${context.team.account}"></head><body><h1>${title}</h1>${body}</body></html>`,
  );

const euros = (cents: number) => `€ ${(cents / 100).toFixed(2)}`;
