import { z } from 'zod';
import { keyedHash, sameHash } from './keyed-hash';

/** That somebody showed a team's code. Bound to that code: a new one ends it. */
export type AccessSession = Readonly<z.infer<typeof sessionSchema>>;

const sessionSchema = z.strictObject({
  /** Id of the event. */
  event: z.string(),
  team: z.string(),
  generation: z.number(),
  /** ms since the epoch. */
  expiresAt: z.number(),
});

/** Longer than any event day, shorter than the night after it. */
export const sessionMs = 12 * 3_600_000;

/** A longer text is no token of ours: there is no need to look at it. */
const MOST_CHARACTERS = 1000;

/** A session as text that its bearer keeps, and can neither make nor change. */
export function sealedSession(session: AccessSession, pepper: Uint8Array): string {
  const content = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${content}.${keyedHash(pepper, 'session', content)}`;
}

/** The session that a text holds; undefined for what was not sealed with this pepper. Nothing is said about whether it is still good. */
export function unsealedSession(token: string, pepper: Uint8Array): AccessSession | undefined {
  if (token.length > MOST_CHARACTERS) return undefined;
  const [content = '', seal = '', ...more] = token.split('.');
  if (more.length > 0 || !sameHash(seal, keyedHash(pepper, 'session', content))) return undefined;
  return sessionSchema.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
}
