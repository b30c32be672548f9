import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface BrowserPage {
  readonly page: Page;
  readonly url: string;
  /** What the console complained about, violations of the content policy included. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A page, with no session and nothing kept, that has not gone anywhere yet. @param url where it is to go */
export async function openPage(browser: Browser, url: string, options?: BrowserContextOptions): Promise<BrowserPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, url, complaints, close: () => context.close() };
}
