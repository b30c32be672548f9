import type { z } from 'zod';

/** What a schema makes of a value; undefined when it refuses it. */
export function sound<S extends z.ZodType>(schema: S, content: unknown): z.output<S> | undefined {
  const result = schema.safeParse(content);
  return result.success ? result.data : undefined;
}
