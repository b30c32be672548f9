import { createHmac } from 'node:crypto';

/** `JourneyContext.hmac` in Node. */
export function journeyHmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
