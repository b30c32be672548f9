import { z } from 'zod';
import { environmentKinds, weekdays } from '../informed/informed';

const minutes = z.number().int().min(0).max(1440);

/** The shape of `informed` with every default filled in. */
export const informedJsonSchema = z.strictObject({
  environments: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1),
        kind: z.enum(environmentKinds),
        account: z.string().regex(/^\d{12}$/),
        region: z.string().min(1),
        owner: z.string().min(1),
        targets: z
          .array(z.union([z.strictObject({ arn: z.string() }), z.strictObject({ tag: z.string(), value: z.string() })]))
          .min(1),
        customers: z
          .strictObject({ loadBalancers: z.array(z.string().min(1)).min(1), alarms: z.array(z.string().min(1)) })
          .optional(),
        guardrails: z.strictObject({
          hours: z
            .strictObject({
              days: z.array(z.enum(weekdays)).min(1),
              fromMinutes: minutes,
              toMinutes: minutes,
              zone: z.string(),
            })
            .optional(),
          mostTargets: z.number().int().positive(),
          mostPercent: z.number().positive().max(100),
          stopOn: z.array(z.strictObject({ alarm: z.string(), below: z.number().min(0).max(1) })),
          longestSeconds: z.number().positive(),
        }),
      }),
    )
    .min(1),
  roles: z.strictObject({
    gameMaster: z.string(),
    villainOnDuty: z.string(),
    customerImpactWatcher: z.string(),
    scribe: z.string(),
  }),
  villains: z.array(z.string()),
  vote: z.strictObject({ seconds: z.number().nonnegative(), otherwise: z.string().optional() }),
  chat: z.union([
    z.strictObject({ kind: z.enum(['terminal', 'webhook']) }),
    z.strictObject({ kind: z.literal('slack'), channel: z.string().min(1) }),
  ]),
});
