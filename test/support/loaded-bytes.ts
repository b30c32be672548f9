import type { Page } from 'playwright-core';

/** What the browser keeps of everything that it loaded. https://www.w3.org/TR/resource-timing/ */
interface Loaded {
  readonly initiatorType?: string;
  readonly encodedBodySize?: number;
}

/** What a page has loaded so far to be what it is, compressed as it travelled, in bytes; what it asks for again and again is not counted. */
export const loadedBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntries() as readonly Loaded[])
      .filter(({ initiatorType }) => initiatorType !== 'fetch')
      .reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0),
  );
