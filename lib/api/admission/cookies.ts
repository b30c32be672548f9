import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Whose session a cookie holds. A browser may have both: an organizer tries the team page, too. */
export type SessionOf = 'team' | 'organizer';

/** `__Host-` binds a cookie to its host and to TLS: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.3 and its revision 6265bis. */
const nameOf = (of: SessionOf, secure: boolean): string => `${secure ? '__Host-' : ''}gameday-${of}`;

export const sessionCookie = (c: Context, of: SessionOf, secure: boolean): string | undefined =>
  getCookie(c, nameOf(of, secure));

/** @param session undefined ends it */
export function keepSession(
  c: Context,
  of: SessionOf,
  secure: boolean,
  session: { readonly text: string; readonly seconds: number } | undefined,
): void {
  setCookie(c, nameOf(of, secure), session?.text ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    maxAge: session?.seconds ?? 0,
  });
}
