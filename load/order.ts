import { z } from 'zod';
import type { LoadOrder } from './protocol';

const count = z.number().int().nonnegative();

const loadOrderSchema = z
  .strictObject({
    // Part of a path.
    scenario: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    seed: count,
    startsAtMs: z.number(),
    calendarStartMs: z.number(),
    speed: z.number().positive(),
    windowSeconds: z.number().positive(),
    fromWindow: count,
    untilWindow: count,
    timeoutMs: z.number().positive(),
    fastMs: z.number().positive(),
    acceptableMs: z.number().positive(),
    teams: z.array(
      z.strictObject({
        id: z.string().min(1),
        url: z.url({ protocol: /^https?$/ }),
        account: z.string(),
        signingKey: z.string(),
        journeysPerWindow: z.array(count),
      }),
    ),
  })
  .refine((order) => new Set(order.teams.map((team) => team.id)).size === order.teams.length, 'two teams of one id');

/** Reads an order. Throws a ZodError that says what is wrong. */
export function parseOrder(json: string): LoadOrder {
  return loadOrderSchema.parse(JSON.parse(json));
}
