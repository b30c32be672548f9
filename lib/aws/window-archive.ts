import { GetObjectCommand, paginateListObjectsV2, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { Instant } from '../core/event/event';
import type { Span, TeamWindow, WindowSource } from '../core/scorer/ports';

/** Where windows of an event are kept for longer than CloudWatch tells them apart. */
export interface WindowArchive {
  readonly client: S3Client;
  readonly bucket: string;
  /** The event's id. */
  readonly event: string;
}

const count = z.number().int().nonnegative();

/** One line of an archived minute. */
const lineSchema = z.strictObject({
  team: z.string().min(1),
  startsAt: z.iso.datetime().transform((text) => Date.parse(text)),
  fast: count,
  acceptable: count,
  slow: count,
  faulty: count,
  failed: count,
  expected: count,
  p50Ms: z.number().nonnegative(),
  p95Ms: z.number().nonnegative(),
  flags: z.array(z.string()),
});

/** Objects fetched at once. */
const AT_ONCE = 16;

export const MINUTE_MS = 60_000;

/**
 * Writes all that one writer knows of a minute; what it wrote of the minute before is replaced, so that repeating it changes nothing.
 *
 * @param writer one life of one task, so that a task started again in the same minute replaces nothing of the one before
 * @param minute a whole minute
 */
export async function archiveMinute(
  { client, bucket, event }: WindowArchive,
  writer: string,
  minute: Instant,
  windows: readonly TeamWindow[],
): Promise<void> {
  const lines = windows.map((window) =>
    JSON.stringify({ ...window, startsAt: new Date(window.startsAt).toISOString() }),
  );
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: `${prefixOf(event)}${minuteText(minute)}/${writer}.jsonl`,
      Body: `${lines.join('\n')}\n`,
      ContentType: 'application/x-ndjson',
    }),
  );
}

/**
 * Windows as they were archived. Of two of one window and team the maximum of each number holds, as in CloudWatch, so that both sources
 * give the same points; a torn line is left out.
 */
export const archivedWindows = (archive: WindowArchive): WindowSource => ({
  between: async (span) => {
    const windows = new Map<string, TeamWindow>();
    const keys = await keysBetween(archive, span);
    for (let next = 0; next < keys.length; next += AT_ONCE) {
      const objects = await Promise.all(keys.slice(next, next + AT_ONCE).map((key) => linesOf(archive, key)));
      for (const window of objects.flat()) {
        if (window.startsAt < span.from || window.startsAt >= span.to) continue;
        const key = `${window.startsAt} ${window.team}`;
        const known = windows.get(key);
        windows.set(key, known === undefined ? window : maximumOf(known, window));
      }
    }
    return [...windows.values()];
  },
});

/** Keys sort by minute, so that a listing can begin at the first one wanted and end after the last. */
async function keysBetween({ client, bucket, event }: WindowArchive, span: Span): Promise<string[]> {
  const prefix = prefixOf(event);
  const after = `${prefix}${minuteText(span.to - 1)}/\uffff`;
  const pages = paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: prefix, StartAfter: `${prefix}${minuteText(span.from)}` },
  );
  const keys: string[] = [];
  for await (const { Contents = [] } of pages) {
    const found = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
    keys.push(...found.filter((key) => key < after));
    if (found.some((key) => key >= after)) break;
  }
  return keys;
}

async function linesOf({ client, bucket }: WindowArchive, key: string): Promise<TeamWindow[]> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const text = (await Body?.transformToString()) ?? '';
  return text.split('\n').flatMap((line) => {
    const window = tryRead(line);
    return window === undefined ? [] : [window];
  });
}

function tryRead(line: string): TeamWindow | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

const maximumOf = (a: TeamWindow, b: TeamWindow): TeamWindow => ({
  team: a.team,
  startsAt: a.startsAt,
  fast: Math.max(a.fast, b.fast),
  acceptable: Math.max(a.acceptable, b.acceptable),
  slow: Math.max(a.slow, b.slow),
  faulty: Math.max(a.faulty, b.faulty),
  failed: Math.max(a.failed, b.failed),
  expected: Math.max(a.expected, b.expected),
  p50Ms: Math.max(a.p50Ms, b.p50Ms),
  p95Ms: Math.max(a.p95Ms, b.p95Ms),
  flags: [...new Set([...a.flags, ...b.flags])].sort(),
});

const prefixOf = (event: string): string => `windows/${event}/`;

/** As `2026-12-10T08:01`, in UTC. */
const minuteText = (at: Instant): string => new Date(at).toISOString().slice(0, 16);
