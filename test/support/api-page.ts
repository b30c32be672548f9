import type { BrowserContextOptions } from 'playwright-core';
import { buildPages } from '../../lib/rehearsal/pages/pages';
import { servePages } from '../../lib/rehearsal/pages/page-server';
import { openPage, type BrowserPage } from './browser-page';
import { ensureChromium, launchChromium } from './chromium';

/** Served pages whose API the test hands in, and a browser to look at them with. */
export interface ApiPagesUnderTest {
  /** Requests are answered by this from now on. */
  answerWith(api: (request: Request) => Response | Promise<Response>): void;
  /** @param path of the page, as `team.html` */
  open(path: string, options?: BrowserContextOptions): Promise<BrowserPage>;
  close(): Promise<void>;
}

export async function someApiPages(): Promise<ApiPagesUnderTest> {
  const executable = await ensureChromium();
  if (executable === undefined) throw new Error('there is no Chromium');
  let answer = (_request: Request): Response | Promise<Response> => new Response(null, { status: 404 });
  const server = await servePages({
    folder: await buildPages(),
    port: 0,
    scoreboard: () => '{}',
    api: (request) => answer(request),
  });
  const browser = await launchChromium(executable);
  return {
    answerWith: (api) => {
      answer = api;
    },
    open: (path, options) => openPage(browser, `${server.url}${path}`, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
