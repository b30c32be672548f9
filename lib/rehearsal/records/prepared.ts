import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { GameDayEvent } from '../../core/event/event';
import { journalLine, readLog } from '../../core/records/journal';
import type { LogEntry } from '../../core/records/records';
import { readTextFile, unwritable } from './text-file';

/** What can be said of experiments before the event. */
const kinds: ReadonlySet<LogEntry['type']> = new Set(['drafted', 'reviewed', 'rehearsed', 'approved', 'retracted']);

/** The log of the time before an event, beside its file and to be kept with it: `spring.yaml` has `spring.prepared.jsonl`. */
const preparedFile = (eventFile: string): string => {
  const { dir, name } = path.parse(eventFile);
  return path.join(dir, `${name}.prepared.jsonl`);
};

/** Everything that was said before the event; nothing when nobody said anything. @returns also what was left out, a sentence each */
export function readPrepared(eventFile: string): {
  readonly entries: readonly LogEntry[];
  readonly problems: readonly string[];
} {
  const file = preparedFile(eventFile);
  if (!existsSync(file)) return { entries: [], problems: [] };
  const { records, problems } = readLog(readTextFile(file, 'the log of the time before an event'));
  return {
    entries: records.filter(({ type }) => kinds.has(type)),
    problems: [
      ...problems.map(({ line, message }) => `${file} line ${line} ${message}; it is left out`),
      ...records
        .filter(({ type }) => !kinds.has(type))
        .map(({ id, type }) => `${file} holds "${type}" ${id}, which happens on the day; it is left out`),
    ],
  };
}

/**
 * The same on the calendar of a rehearsal, where what was prepared lies before the start, whenever that was planned. All of it is moved by
 * as much as the last has to be, because an approval counts only after the review and the rehearsal before it.
 */
export function preparedBefore({ startsAt }: GameDayEvent, entries: readonly LogEntry[]): readonly LogEntry[] {
  const instants = entries.map(({ at }) => Date.parse(at));
  const lateMs = instants.reduce((latest, at) => Math.max(latest, at - startsAt), 0);
  return entries.map((entry, index) => ({
    ...entry,
    at: new Date((instants[index] ?? startsAt) - lateMs).toISOString(),
  }));
}

/** Adds an entry. Throws `FolderUnwritable`. */
export function appendPrepared(eventFile: string, entry: LogEntry): void {
  const file = preparedFile(eventFile);
  try {
    appendFileSync(file, journalLine(entry));
  } catch (error) {
    throw unwritable(file, error);
  }
}
