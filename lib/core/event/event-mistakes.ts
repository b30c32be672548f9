import { z } from 'zod';
import { nearestWord } from './nearest';

export type EventPath = readonly PropertyKey[];

/** Something wrong at a place of the event file, before that place is known as line and column. */
export interface Complaint {
  readonly path: EventPath;
  /** The key at `path` is wrong itself, not its value. */
  readonly atKey?: boolean;
  readonly what: string;
  readonly fix: string;
}

/** A mistake in an event file as the organizer is told. Lines and columns count from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  /** Where in the event, such as `teams[1].id`; empty for the file as a whole. */
  readonly path: string;
  readonly what: string;
  /** What to write instead, one sentence. */
  readonly fix: string;
}

/** `12:9 teams[1].id: "Red" cannot stand here. Write …` */
export const mistakeText = ({ line, column, path, what, fix }: Mistake): string =>
  `${line}:${column} ${path === '' ? '' : `${path}: `}${what}. ${fix}`;

/** By line, then column, each once. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const once = new Map(mistakes.map((mistake) => [mistakeText(mistake), mistake]));
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `teams[1].id` */
export const pathText = (path: EventPath): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text === '' ? '' : '.'}${String(step)}`),
    '',
  );

/** What the schema finds wrong with the file's content, as complaints. */
export function shapeComplaints(schema: z.ZodType, content: unknown): Complaint[] {
  const result = schema.safeParse(content);
  return result.success ? [] : result.error.issues.flatMap((issue) => complaintsOf(issue, schema, content));
}

function complaintsOf(issue: z.core.$ZodIssue, schema: z.ZodType, content: unknown): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => unknownKey([...issue.path, key], key, known));
  }
  const value = valueAt(content, issue.path);
  if (value === undefined) return [{ path: issue.path, what: 'is missing', fix: issue.message }];
  return [{ path: issue.path, what: `${shown(value)} cannot stand here`, fix: issue.message }];
}

function unknownKey(path: EventPath, key: string, known: readonly string[]): Complaint {
  const meant = nearestWord(key, known);
  const fix = meant === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return { path, atKey: true, what: 'this key is not known', fix };
}

/** A value as it is quoted in a message, at most 40 characters of it. */
function shown(value: unknown): string {
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a section with keys';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The value at a path; undefined when there is none. */
export function valueAt(content: unknown, path: EventPath): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** The keys that the schema knows in the section at a path. */
function keysAt(schema: z.ZodType, path: EventPath): string[] {
  let at: z.core.$ZodType | undefined = bare(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = bare((at.shape as Record<PropertyKey, z.ZodType>)[step]);
    else if (at instanceof z.ZodArray) at = bare(at.element);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** The schema without its default or its being optional. */
function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? bare(schema.unwrap())
    : schema;
}
