import { z } from 'zod';

/** What a task of the load program needs to know. The construct sets these, typed by this schema. */
export const loadEnvSchema = z
  .object({
    /** Where the validated event lies as JSON. */
    EVENT_BUCKET: z.string().min(1),
    EVENT_KEY: z.string().min(1),
    /** Where the log is read. */
    TABLE_NAME: z.string().min(1),
    /** Where windows are kept. */
    ARCHIVE_BUCKET: z.string().min(1),
    /** Which of the tasks this is, from 0; teams are dealt out in turn. */
    TASK: z.coerce.number().int().nonnegative(),
    TASKS: z.coerce.number().int().positive(),
    /** Embedded only where somebody chose it: a k6 that is missing is told, not worked around. */
    ENGINE: z.enum(['k6', 'embedded']).default('k6'),
    /** The bundled k6 script; beside the program when left out. */
    K6_SCRIPT: z.string().min(1).optional(),
  })
  .refine(({ TASK, TASKS }) => TASK < TASKS, 'TASK must be below TASKS');
export type LoadEnv = z.input<typeof loadEnvSchema>;
export type TaskEnv = z.output<typeof loadEnvSchema>;
