import type { z } from 'zod';
import { logEntrySchema, roundRecordSchema, type LogEntry, type RoundRecord } from './records';

/** What a journal (`rounds.jsonl`, `log.jsonl`) holds, and which of its lines were left out. */
export interface Journal<T> {
  readonly records: readonly T[];
  readonly problems: readonly JournalProblem[];
}

/** A line, counted from 1, that is no record. */
export interface JournalProblem {
  readonly line: number;
  readonly message: string;
}

/** Reads `rounds.jsonl`. Total: a line that is torn or not known is reported and left out. */
export const readRounds = (text: string): Journal<RoundRecord> => readJournal(text, roundRecordSchema);

/** Reads `log.jsonl`. Total: a line that is torn or not known is reported and left out. */
export const readLog = (text: string): Journal<LogEntry> => readJournal(text, logEntrySchema);

/** A record as one line of a journal, line end included. */
export const journalLine = (record: RoundRecord | LogEntry): string => `${JSON.stringify(record)}\n`;

function readJournal<T>(text: string, schema: z.ZodType<T>): Journal<T> {
  const records: T[] = [];
  const problems: JournalProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 1;
    const parsed = tryParseJson(content);
    if (parsed === undefined) {
      // Only the last line can lack its end: a writer that was stopped in the middle of it.
      const message = line === lines.length ? 'is torn, its writer was stopped while writing it' : 'is not JSON';
      problems.push({ line, message });
      return;
    }
    const result = schema.safeParse(parsed.value);
    if (result.success) records.push(result.data);
    else problems.push({ line, message: `is not known: ${firstIssue(result.error)}` });
  });
  return { records, problems };
}

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'no reason';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

/** Whether a line was written to its end: a writer that is stopped leaves the beginning of one, which is no JSON. */
export const isWholeLine = (text: string): boolean => tryParseJson(text) !== undefined;

function tryParseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
