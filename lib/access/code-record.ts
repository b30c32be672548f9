import { z } from 'zod';

/** What is kept of a team's code: nothing that the code could be found from. */
export const codeRecordSchema = z.strictObject({
  team: z.string().min(1),
  /** Counts the codes that the team was given, from 1; sessions of an earlier one are over. */
  generation: z.number().int().positive(),
  /** `keyedHash` of the code. */
  hash: z.string().min(1),
});
export type CodeRecord = Readonly<z.infer<typeof codeRecordSchema>>;
