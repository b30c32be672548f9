import type { z } from 'zod';
import { valueAt, type EventPath } from './event-mistakes';

/** An item of a list that is well-formed by itself, and where it stands. */
export interface Item<T> {
  readonly path: EventPath;
  readonly value: T;
}

/** What a schema makes of a value; undefined when it refuses it. */
export function sound<S extends z.ZodType>(schema: S, content: unknown): z.output<S> | undefined {
  const result = schema.safeParse(content);
  return result.success ? result.data : undefined;
}

/** The items of the list at a path that a schema takes; none when there is no list. */
export function items<S extends z.ZodType>(schema: S, path: EventPath, content: unknown): Item<z.output<S>>[] {
  const list = valueAt(content, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown, index) => {
    const value = sound(schema, each);
    return value === undefined ? [] : [{ path: [...path, index], value }];
  });
}
