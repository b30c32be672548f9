import { z } from 'zod';

/** What the scorer's Lambda needs to know. Names are constants that the construct sets, typed by this schema. */
export const scorerEnvSchema = z.object({
  /** Where the validated event lies as JSON. */
  EVENT_BUCKET: z.string().min(1),
  EVENT_KEY: z.string().min(1),
  /** Rounds and log. */
  TABLE_NAME: z.string().min(1),
  /** Windows that the load program archived. */
  ARCHIVE_BUCKET: z.string().min(1),
  /** Where `scoreboard.json` is published. */
  SITE_BUCKET: z.string().min(1),
});
export type ScorerEnv = z.infer<typeof scorerEnvSchema>;
