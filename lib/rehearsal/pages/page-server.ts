import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { GameDayError } from '../../core/errors';
import { Body } from './page-body';
import { readPages, type PageFile } from './page-files';

export interface PageServer {
  /** `http://127.0.0.1:4300/` */
  readonly url: string;
  readonly port: number;
  /** Lets answers under way finish, for at most half a second. */
  close(): Promise<void>;
}

interface PageServerProps {
  /** A folder of built pages, as `buildPages` returns it. */
  readonly folder: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** The content of `scoreboard.json` now. */
  readonly scoreboard: () => string;
  /** Answers whatever is below `/api/`. @default nothing is there */
  readonly api?: (request: Request) => Response | Promise<Response>;
}

const CLOSE_GRACE_MS = 500;

/** Serves the pages and the scoreboard on loopback. Throws `PortInUse`, or `BadOption` for a port this user may not open. */
export async function servePages({ folder, port, scoreboard, api }: PageServerProps): Promise<PageServer> {
  const app = pagesApp(await readPages(folder), scoreboard, api);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await listen(server, port);
  const bound = (server.address() as AddressInfo).port;
  return { url: `http://127.0.0.1:${bound}/`, port: bound, close: () => close(server) };
}

function pagesApp(pages: ReadonlyMap<string, PageFile>, scoreboard: () => string, api: PageServerProps['api']): Hono {
  const app = new Hono();
  // Before the pages' headers: its own are stricter.
  if (api !== undefined) app.all('/api/*', (c) => api(c.req.raw));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of securityHeaders) c.res.headers.set(name, value);
  });

  // Hono would print the error; a page says that the board is stale, and the next poll asks again.
  app.onError((_error, c) => c.text('The server could not answer.', 500));

  let content: string | undefined;
  let body = new Body(new Uint8Array());
  app.get('/scoreboard.json', (c) => {
    const current = scoreboard();
    if (current !== content) {
      body = new Body(new TextEncoder().encode(current));
      content = current;
    }
    // Where earlier ones can be had, which a page has no other way to know (RFC 8288; relation `archives`).
    if (api !== undefined) c.header('Link', '<api/scoreboard>; rel="archives"');
    return answer(c, body, 'application/json; charset=utf-8', 'no-cache');
  });

  app.get('*', (c) => {
    const page = pages.get(c.req.path);
    if (page === undefined) return c.text('There is no such page.', 404);
    return answer(c, page.body, page.type, page.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  return app;
}

/** Pages hold no inline script or style and load nothing from elsewhere, so the strictest policy fits. */
const securityHeaders: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
];

function answer(c: Context, body: Body, type: string, cacheControl: string): Response {
  c.header('ETag', body.etag);
  c.header('Cache-Control', cacheControl);
  c.header('Vary', 'Accept-Encoding');
  const known = c.req.header('If-None-Match')?.split(',').map(withoutWeakMark);
  if (known?.some((tag) => tag === '*' || tag === withoutWeakMark(body.etag))) return c.body(null, 304);
  c.header('Content-Type', type);
  if (!acceptsGzip(c.req.header('Accept-Encoding'))) return c.body(body.plain);
  c.header('Content-Encoding', 'gzip');
  return c.body(body.gzip);
}

/** Tags are compared weakly (RFC 9110, 13.1.2). */
const withoutWeakMark = (tag: string) => tag.trim().replace(/^W\//, '');

function acceptsGzip(header = ''): boolean {
  return header.split(',').some((part) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(part));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw asGameDayError(error, port);
  });
}

function asGameDayError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new GameDayError(
      'PortInUse',
      `port ${port} is in use by another program`,
      'choose another with `--port`, or let one be picked with `--port 0`',
      { cause: error },
    );
  }
  if (error.code === 'EACCES' || error.code === 'ERR_SOCKET_BAD_PORT') {
    return new GameDayError(
      'BadOption',
      `port ${port} cannot be opened: ${error.message}`,
      'choose one from 1024 to 65535 with `--port`, or let one be picked with `--port 0`',
      { cause: error },
    );
  }
  return error;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
