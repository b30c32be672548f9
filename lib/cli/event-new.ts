import { existsSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../core/errors';
import { writeWhole } from '../rehearsal/records/text-file';
import { eventSchemaText } from './event-schema-text';
import { exampleEvent } from './example-event';
import type { Io } from '../core/io';

/** Writes an example event, and its JSON Schema beside it when asked to. Asks before it replaces a file; throws `Aborted` on a no. */
export async function writeNewEvent(file: string, options: { schema: boolean; yes: boolean }, io: Io): Promise<void> {
  const schemaFile = path.join(path.dirname(file), 'event.schema.json');
  const files = options.schema ? [file, schemaFile] : [file];
  const existing = files.filter((each) => existsSync(each));
  if (existing.length > 0 && !options.yes && !(await io.confirm(`Replace ${existing.join(' and ')}?`))) {
    throw new GameDayError(
      'Aborted',
      `${existing.join(' and ')} already there, and nothing was written`,
      'Give another name, or --yes to replace.',
    );
  }
  if (options.schema) writeWhole(schemaFile, eventSchemaText());
  writeWhole(file, exampleEvent({ schema: options.schema || existsSync(schemaFile) }));
  io.notify(`Wrote ${files.join(' and ')}\nNext: npx gameday event check ${file}`);
}
