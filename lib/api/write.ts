import type { LogEntry } from '../core/records/records';
import { logEntrySchema } from '../core/records/records';
import type { ApiPorts } from './ports';
import { ApiRefusal } from './refusal';

/** A fact before it has an id and an instant. */
export type Undated = LogEntry extends infer Entry
  ? Entry extends LogEntry
    ? Omit<Entry, 'at' | 'id'>
    : never
  : never;

/** What the writer of an entry is told of it. */
export type Written = Pick<LogEntry, 'id' | 'at' | 'type'>;

/** Writes an entry as it is. Refused when nothing can be written any more. */
export async function writeEntry({ records }: Pick<ApiPorts, 'records'>, entry: LogEntry): Promise<Written> {
  if (!(await records.append(logEntrySchema.parse(entry)))) {
    throw new ApiRefusal(409, 'The records of this GameDay are closed.');
  }
  return { id: entry.id, at: entry.at, type: entry.type };
}

/** Writes a fact of now. @param id of an entry that is written once however often it is asked for */
export function writeFact(ports: ApiPorts, fact: Undated, id = `${fact.type}-${ports.newId()}`): Promise<Written> {
  return writeEntry(ports, { ...fact, id, at: new Date(ports.clock.now()).toISOString() });
}
