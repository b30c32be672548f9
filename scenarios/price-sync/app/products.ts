/** What the shop sells. Shared by the application and the journey, so: no imports, no state, nothing that k6 lacks. */

export const productCount = 2400;
export const shelfCount = 200;

/** Products on a shelf, which is what a listing shows. */
export const shelfLength = productCount / shelfCount;

/** Number of a product, 1 to 2400; undefined when the text names none. */
export function tryProductNumber(id: string): number | undefined {
  const digits = /^p-([1-9]\d{0,3})$/.exec(id)?.[1];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return number <= productCount ? number : undefined;
}

export const productId = (number: number): string => `p-${number}`;

/** Products of a shelf. @param shelf 0 to 199 */
export const productsOf = (shelf: number): number[] =>
  Array.from({ length: shelfLength }, (_, place) => 1 + shelf + place * shelfCount);

/** Number of a shelf, 0 to 199; undefined when the text names none. */
export function tryShelf(text: string): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  return number < shelfCount ? number : undefined;
}
