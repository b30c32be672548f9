import type { GameDayEvent } from '../event/event';
import { effectiveLog } from './effective-log';
import { logEntrySchema, type LogEntry, type UndatedEntry } from './records';

/** What somebody else may have a rehearsal write down. What it sees and does itself is its own to tell. */
const mayBeOrdered: ReadonlySet<LogEntry['type']> = new Set([
  'started',
  'paused',
  'resumed',
  'extended',
  'traffic',
  'closed',
  'announced',
  'asked',
  'answered',
  'adjusted',
  'hint',
  'incident-declared',
  'incident-updated',
  'incident-resolved',
  'experiment-ordered',
  'stop-ordered',
  'vote',
  'approved',
  'agreed',
  'voided',
  'retracted',
  'frozen',
  'revealed',
]);

/** An entry to be dated, or why a line is none: the end of a sentence. */
export type Order =
  { readonly ok: true; readonly fact: UndatedEntry } | { readonly ok: false; readonly reason: string };

/** Reads an order: a log entry without `at`, as JSON. What its author may not write, and an unknown team, is refused here. */
export function readOrder(event: GameDayEvent, line: string): Order {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return refuse('is not a JSON object');
  if ('at' in value) return refuse('holds "at", which only the rehearsal can tell');
  const at = new Date(event.startsAt).toISOString();
  const result = logEntrySchema.safeParse({ ...value, at });
  if (!result.success) {
    const [issue] = result.error.issues;
    return refuse(`is no log entry: ${[...(issue?.path ?? []), issue?.message].join(': ')}`);
  }
  if (!mayBeOrdered.has(result.data.type)) return refuse(`cannot be ordered: "${result.data.type}"`);
  const [problem] = result.data.type === 'retracted' ? [] : effectiveLog(event, [result.data], event.startsAt).problems;
  if (problem !== undefined) return refuse(problem.message);
  const { at: _unknown, ...fact } = result.data;
  return { ok: true, fact };
}

const refuse = (reason: string): Order => ({ ok: false, reason });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
