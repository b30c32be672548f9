import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a hash is for: one made for one purpose is worth nothing for another. */
type Purpose = 'code' | 'session' | 'address';

/** HMAC-SHA256 as base64url. @param pepper secret key, kept apart from what is hashed */
export const keyedHash = (pepper: Uint8Array, purpose: Purpose, text: string): string =>
  createHmac('sha256', pepper).update(`${purpose}\n${text}`).digest('base64url');

/** Whether two hashes are the same; how long it takes says nothing of where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
