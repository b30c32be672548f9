import { z } from 'zod';
import { recordStates, type RecordState } from './account-state';

/** What is remembered of one account of a pool, from the wish for it until AWS has closed it. */
export const accountRecordSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    pool: z.string().min(1),
    /** Its number in the pool, from 1; also the number in its e-mail address. */
    slot: z.number().int().positive(),
    email: z.string().min(3),
    /** Twelve digits; absent until AWS has made it. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    state: z.enum(recordStates),
    /** Name of the last finished step of the work under way; absent while none is. */
    step: z.string().optional(),
    /** Of CreateAccount: kept before its outcome is asked for, so that a crash never loses an account. */
    createRequestId: z.string().optional(),
    /** Counts saves: a save of anything but the newest version is refused. 0 before the first. */
    version: z.number().int().nonnegative(),
    /** What the work under way stopped at, for people. */
    lastError: z.string().optional(),
    /** Whom it was last opened to; absent while nobody ever was in it. */
    openedTo: z.strictObject({ event: z.string(), team: z.string() }).readonly().optional(),
    /** Every state it came to, the oldest first; `at` is an ISO instant. */
    history: z.array(z.strictObject({ at: z.string(), state: z.enum(recordStates), why: z.string() })).readonly(),
  })
  .readonly();
export type AccountRecord = z.infer<typeof accountRecordSchema>;

/** The same record in another state, with the reason in its history; the record itself when it is there already. */
export const inState = (record: AccountRecord, state: RecordState, why: string, now: number): AccountRecord =>
  record.state === state
    ? record
    : { ...record, state, history: [...record.history, { at: new Date(now).toISOString(), state, why }] };
