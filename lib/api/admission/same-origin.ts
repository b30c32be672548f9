import type { MiddlewareHandler } from 'hono';
import { ApiRefusal } from '../refusal';

/**
 * Refuses writes that another site's page sends. SameSite=Strict keeps sessions from such requests already; this holds where a browser does not,
 * and for sites of the same registrable domain. https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * @param origin of the pages; undefined: the one that the request was sent to
 */
export const sameOrigin =
  (origin: string | undefined): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const site = c.req.header('Sec-Fetch-Site');
    if (site !== undefined && site !== 'same-origin') throw elsewhere();
    const from = c.req.header('Origin');
    if (from !== undefined && from !== (origin ?? new URL(c.req.url).origin)) throw elsewhere();
    // No form of another site can send it without asking first.
    if (c.req.method !== 'DELETE' && !/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
      throw new ApiRefusal(415);
    }
    return next();
  };

const elsewhere = (): ApiRefusal => new ApiRefusal(403, 'Only the pages of this GameDay may send this.');
