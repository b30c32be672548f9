import type { MiddlewareHandler } from 'hono';
import type { ApiPorts } from '../ports';
import { ApiRefusal } from '../refusal';
import type { ApiEnv } from './admit';

/**
 * Requests a minute. A team shares its session, so a dozen people reload their pages; `heavy` ones send traffic or ask AWS. What is public is not
 * counted: it is the same for everybody, and a whole room shares an address.
 */
export const mostRequests = { read: 900, write: 60, heavy: 10 } as const;
export type Weight = keyof typeof mostRequests;

export const rateLimit =
  ({ access, clock }: ApiPorts, weight: Weight): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const caller = c.get('caller');
    if (caller !== undefined) {
      const count = await access.attempts.add(`${weight}#${caller}`, Math.floor(clock.realNow() / 60_000), 1);
      if (count > mostRequests[weight]) throw new ApiRefusal(429, 'Wait a minute, then go on.');
    }
    return next();
  };
