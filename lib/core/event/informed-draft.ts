import type { z } from 'zod';
import { peopleOf } from '../informed/informed';
import { valueAt } from './event-mistakes';
import { filledInformed } from './informed-defaults';
import { environmentSchema, informedSchema } from './informed-schema';
import { items, sound, type Item } from './sound';

/** What is well-formed of an event's style, so that rules across keys can be checked although something else is wrong. */
export interface InformedDraft {
  /** Whether the file says that the event is of the informed style. */
  readonly isStyle: boolean;
  /** Whether the file has the section, well-formed or not. */
  readonly isThere: boolean;
  readonly environments: readonly Item<z.output<typeof environmentSchema>>[];
  /** The rest needs the whole section to be well-formed; undefined when it is not. */
  readonly section: z.output<typeof informedSchema> | undefined;
  /** Everybody who is named; empty while the section is not well-formed. */
  readonly people: readonly string[];
}

/** @param content the parsed file, whatever it is */
export function informedDraftOf(content: unknown): InformedDraft {
  const section = sound(informedSchema, valueAt(content, ['informed']));
  return {
    isStyle: valueAt(content, ['style']) === 'informed',
    isThere: valueAt(content, ['informed']) !== undefined,
    environments: items(environmentSchema, ['informed', 'environments'], content),
    section,
    people: section === undefined ? [] : peopleOf(filledInformed(section)),
  };
}
