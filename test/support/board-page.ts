import type { BrowserContextOptions } from 'playwright-core';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { buildPages } from '../../lib/rehearsal/pages/pages';
import { servePages } from '../../lib/rehearsal/pages/page-server';
import { openPage, type BrowserPage } from './browser-page';
import { ensureChromium, launchChromium } from './chromium';

/** A served board whose scoreboard the test sets, and a browser to look at it with. */
export interface BoardUnderTest {
  /** Served from now on; `undefined` is a server in trouble. */
  show(snapshot: Snapshot | undefined): void;
  /** A page that has not gone anywhere yet. */
  open(options?: BrowserContextOptions): Promise<BrowserPage>;
  close(): Promise<void>;
}

/** @param api answers what the page asks below `/api/`; without one nothing is there */
export async function aBoard(api?: (request: Request) => Response | Promise<Response>): Promise<BoardUnderTest> {
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
    ...(api === undefined ? {} : { api }),
  });
  const browser = await launchChromium(executable);
  return {
    show: (snapshot) => (content = snapshot && JSON.stringify(snapshot)),
    open: (options) => openPage(browser, server.url, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
