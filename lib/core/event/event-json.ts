import { z } from 'zod';
import { GameDayError } from '../errors';
import type { GameDayEvent } from './event';
import { informedJsonSchema } from './informed-json';

const seconds = z.number().nonnegative();
const stepClassWorth = z.strictObject({
  fast: z.number(),
  acceptable: z.number(),
  slow: z.number(),
  faulty: z.number(),
  failed: z.number(),
});

const rulesSchema = z.strictObject({
  worth: stepClassWorth,
  bands: z.strictObject({
    fastMs: z.number().positive(),
    acceptableMs: z.number().positive(),
    timeoutMs: z.number().positive(),
  }),
  objective: z.number(),
  spend: z.strictObject({
    baseUsdPerHour: z.number(),
    usdPerHourPerRps: z.number(),
    weight: z.number(),
    cap: z.number(),
    windowSeconds: z.number().positive(),
  }),
  detect: z.strictObject({ refund: z.number(), withinSeconds: seconds, falseAlarmSeconds: z.number() }),
  recover: z.strictObject({ refund: z.number(), withinSeconds: seconds }),
});

const accountsSchema = z.strictObject({
  pool: z.string().min(1),
  email: z.string().optional(),
  organization: z.string().optional(),
  organizers: z.array(z.string()),
  regions: z.array(z.string()),
  instanceTypes: z.array(z.string()),
});

/** The shape of an event with every default filled in. What its numbers may be was checked when the event file was read. */
const eventSchema = z.strictObject({
  name: z.string().min(1),
  edition: z.number().int().positive().optional(),
  scenario: z.string().min(1),
  options: z.record(z.string(), z.string()).optional(),
  startsAt: z.number().int(),
  durationSeconds: z.number().positive(),
  roundSeconds: z.number().positive(),
  freezeSeconds: seconds,
  teams: z
    .array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), account: z.string().regex(/^\d{12}$/) }))
    .min(1),
  traffic: z.array(z.strictObject({ atSeconds: z.number(), stepsPerSecond: z.number().nonnegative() })).min(1),
  spikes: z.array(z.strictObject({ atSeconds: z.number(), forSeconds: seconds, times: z.number().nonnegative() })),
  experiments: z.array(
    z.strictObject({
      experiment: z.string(),
      atSeconds: z.number(),
      forSeconds: seconds.optional(),
      teams: z.array(z.string()).optional(),
      jitterSeconds: seconds.optional(),
    }),
  ),
  weaknesses: z.array(z.strictObject({ id: z.string(), title: z.string(), hintSeconds: z.array(seconds) })),
  informed: informedJsonSchema.optional(),
  accounts: accountsSchema,
  rules: rulesSchema,
});

/** The event as it is deployed: JSON, every default filled in. */
export const eventJson = (event: GameDayEvent): string => JSON.stringify(event);

/** Reads what `eventJson` wrote. Throws `BadEvent` for anything else. */
export function parseEventJson(text: string): GameDayEvent {
  try {
    // The cast bridges optional keys, which the schema types as possibly undefined; JSON has no undefined.
    return eventSchema.parse(JSON.parse(text)) as GameDayEvent;
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause;
    throw new GameDayError('BadEvent', 'the deployed event cannot be read', 'Deploy the organizer stack again.', {
      cause,
    });
  }
}
