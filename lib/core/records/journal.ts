import { z } from 'zod';
import {
  logEntrySchema,
  measurementSchema,
  roundRecordSchema,
  type LogEntry,
  type Measurement,
  type RoundRecord,
} from './records';

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

/** Reads `rounds.jsonl`. Total: a line that is torn or not known is reported and left out, and so is one team's measurement in a line. */
export function readRounds(text: string): Journal<RoundRecord> {
  const { records, problems } = readJournal(text, roundLineSchema);
  const unknown: JournalProblem[] = [];
  const rounds = records.map(({ line, record }) => {
    const sound = Object.entries(record.teams).flatMap(([team, content]): [string, Measurement][] => {
      const result = measurementSchema.safeParse(content);
      if (result.success) return [[team, result.data]];
      unknown.push({
        line,
        message: `holds a measurement that is not known: teams.${team}.${firstIssue(result.error)}`,
      });
      return [];
    });
    return { ...record, teams: Object.fromEntries(sound) };
  });
  return { records: rounds, problems: [...problems, ...unknown].sort((a, b) => a.line - b.line) };
}

/** Reads `log.jsonl`. Total: a line that is torn or not known is reported and left out. */
export function readLog(text: string): Journal<LogEntry> {
  const { records, problems } = readJournal(text, logEntrySchema);
  return { records: records.map(({ record }) => record), problems };
}

/** A record as one line of a journal, line end included. */
export const journalLine = (record: RoundRecord | LogEntry): string => `${JSON.stringify(record)}\n`;

/** A round whose measurements have not been looked at: what is wrong with one team's must not cost the others theirs. */
const roundLineSchema = roundRecordSchema.extend({ teams: z.record(z.string(), z.unknown()) });

function readJournal<T>(text: string, schema: z.ZodType<T>): Journal<{ readonly line: number; readonly record: T }> {
  const records: { line: number; record: T }[] = [];
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
    if (result.success) records.push({ line, record: result.data });
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
