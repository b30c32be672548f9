import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { buildPages } from '../../lib/rehearsal/pages/pages';
import { servePages } from '../../lib/rehearsal/pages/page-server';
import { ensureChromium, launchChromium } from './chromium';

/** A served board whose scoreboard the test sets, and a browser to look at it with. */
export interface BoardUnderTest {
  /** Served from now on; `undefined` is a server in trouble. */
  show(snapshot: Snapshot | undefined): void;
  /** A page that has not gone anywhere yet. */
  open(options?: BrowserContextOptions): Promise<BoardPage>;
  close(): Promise<void>;
}

export interface BoardPage {
  readonly page: Page;
  readonly url: string;
  /** What the console complained about, violations of the content policy included. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function aBoard(): Promise<BoardUnderTest> {
  const executable = await ensureChromium();
  if (executable === undefined) throw new Error('there is no Chromium');
  let content: string | undefined;
  const server = await servePages({
    folder: await buildPages(),
    port: 0,
    scoreboard: () => {
      if (content === undefined) throw new Error('trouble');
      return content;
    },
  });
  const browser = await launchChromium(executable);
  return {
    show: (snapshot) => (content = snapshot && JSON.stringify(snapshot)),
    open: (options) => open(browser, server.url, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function open(browser: Browser, url: string, options?: BrowserContextOptions): Promise<BoardPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, url, complaints, close: () => context.close() };
}
