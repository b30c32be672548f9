import type { Price } from './prices';

/** Prices by product: the price store, and the search index, are one each. */
export interface PriceBook {
  /** Writes a price unless a newer one is there. @returns whether it was written */
  put(price: Price): Promise<boolean>;
  /** The prices of some products; those that have none are left out. */
  get(products: readonly number[]): Promise<readonly Price[]>;
}

/** Prices of a local run; gone with the process. */
export function memoryBook(): PriceBook {
  const prices = new Map<number, Price>();
  return {
    put(price) {
      const isNewer = price.slot > (prices.get(price.product)?.slot ?? -Infinity);
      if (isNewer) prices.set(price.product, price);
      return Promise.resolve(isNewer);
    },
    get: (products) => Promise.resolve(products.flatMap((product) => prices.get(product) ?? [])),
  };
}
