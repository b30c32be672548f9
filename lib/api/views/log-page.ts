import { createHash } from 'node:crypto';
import type { LogEntry } from '../../core/records/records';

/** A part of the log. */
interface LogPage {
  /** Where it begins: entries before it are known already; 0 means that what was read before is no longer how the log begins. */
  readonly from: number;
  readonly entries: readonly LogEntry[];
  /** What to ask with for what comes next. */
  readonly cursor: string;
  readonly more: boolean;
}

/** Entries that an answer holds at most. */
const MOST_ENTRIES = 500;

/**
 * What has come to the log since a cursor. A cursor says how many entries were read and which: where an entry has come in before them, as one of an
 * earlier instant may, the log is read from its beginning.
 * @param cursor of an earlier page; undefined or anything else: from the beginning
 */
export function logPage(log: readonly LogEntry[], cursor: string | undefined): LogPage {
  const known = Number(cursor?.split('.')[0]);
  const from =
    Number.isInteger(known) && known > 0 && known <= log.length && cursor === cursorAt(log, known) ? known : 0;
  const until = Math.min(log.length, from + MOST_ENTRIES);
  return { from, entries: log.slice(from, until), cursor: cursorAt(log, until), more: until < log.length };
}

function cursorAt(log: readonly LogEntry[], count: number): string {
  const hash = createHash('sha256');
  for (const { id, at } of log.slice(0, count)) hash.update(JSON.stringify([id, at]));
  return `${count}.${hash.digest('base64url').slice(0, 16)}`;
}
