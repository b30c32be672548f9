import { page } from '../../../lib/app/answers';
import type { AppAnswer } from '../../../lib/arena/application';
import type { Price } from './prices';
import { productId } from './products';

/** A shelf with its prices, as the search index knows them. */
export const listingPage = (account: string, shelf: number, prices: readonly Price[]): AppAnswer =>
  layout(account, `Shelf ${shelf}`, `<ol data-shelf="${shelf}">${prices.map(card).join('')}</ol>`);

/** One product with its price, as the price store knows it. */
export const productPage = (account: string, { product, cents }: Price): AppAnswer =>
  layout(
    account,
    `Product ${product}`,
    `<article data-product="${productId(product)}" data-price-cents="${cents}">${euros(cents)}</article>`,
  );

const card = ({ product, cents }: Price) =>
  `<li data-product="${productId(product)}" data-price-cents="${cents}">` +
  `<a href="/products/${productId(product)}">Product ${product}</a> ${euros(cents)}</li>`;

const layout = (account: string, title: string, body: string) =>
  page(
    200,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
      `<meta name="account" content="${account}"></head><body><h1>${title}</h1>${body}</body></html>`,
  );

const euros = (cents: number) => `€ ${(cents / 100).toFixed(2)}`;
