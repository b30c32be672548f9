import { z } from 'zod';
import { keyedHash, sameHash } from '../../access/keyed-hash';
import { sessionMs } from '../../access/session';

const contentSchema = z.strictObject({
  event: z.string(),
  /** Stands for the secret that was shown: another secret ends the session. */
  secret: z.string(),
  /** ms since the epoch. */
  expiresAt: z.number(),
});

/** A longer text is no session of ours. */
const MOST_CHARACTERS = 1000;

/** What organizers' sessions of an event are made with. */
export interface OrganizerKeys {
  readonly event: string;
  readonly secret: string;
  readonly pepper: Uint8Array;
}

/** Whether somebody knows the organizers' secret; how long it takes says nothing of how near they are. */
export const knowsSecret = ({ secret, pepper }: OrganizerKeys, shown: string): boolean =>
  sameHash(keyedHash(pepper, 'organizer', `secret\n${secret}`), keyedHash(pepper, 'organizer', `secret\n${shown}`));

/** A session as text that its bearer keeps, and can neither make nor change. */
export function organizerSession(keys: OrganizerKeys, now: number): { session: string; expiresAt: number } {
  const expiresAt = now + sessionMs;
  const content = Buffer.from(JSON.stringify({ event: keys.event, secret: fingerprint(keys), expiresAt })).toString(
    'base64url',
  );
  return { session: `${content}.${seal(keys, content)}`, expiresAt };
}

/** Whether a text is a session of an organizer that is still good. */
export function isOrganizerSession(keys: OrganizerKeys, session: string, now: number): boolean {
  if (session.length > MOST_CHARACTERS) return false;
  const [content = '', sealed = '', ...more] = session.split('.');
  if (more.length > 0 || !sameHash(sealed, seal(keys, content))) return false;
  const { event, secret, expiresAt } = contentSchema.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
  return event === keys.event && sameHash(secret, fingerprint(keys)) && now < expiresAt;
}

const seal = ({ pepper }: OrganizerKeys, content: string): string =>
  keyedHash(pepper, 'organizer', `session\n${content}`);

const fingerprint = ({ secret, pepper }: OrganizerKeys): string =>
  keyedHash(pepper, 'organizer', `fingerprint\n${secret}`).slice(0, 22);
