import type { NotModelled } from './architecture';
import type { Properties, Values } from './values';

/** What is assumed of a resource, one entry for each thing that it says and the arena does not act on; the others are no text. */
export type Words = readonly (string | false | undefined)[];

/** One line for each thing that resources of a type say and the arena does not act on. */
export function listStrange(
  values: Values,
  type: string,
  words: (properties: Properties, id: string) => Words,
): NotModelled[] {
  return values
    .ofType(type)
    .flatMap(([id, properties]) =>
      words(properties, id).flatMap((assumed) => (typeof assumed === 'string' ? [{ id, type, assumed }] : [])),
    );
}
