import { setTimeout as delay } from 'node:timers/promises';
import { effectiveLog, type DatedEntry } from '../core/records/effective-log';
import { readFolder } from '../rehearsal/records/folder';
import { hasWriter } from '../rehearsal/records/writer-lock';

/** How often the log is looked at, ms. */
const LOOK_MS = 200;
/** A rehearsal takes orders several times a second; waiting longer says that it hangs. */
const PATIENCE_MS = 20_000;

/** The log of a rehearsal as soon as it is as it should be, when the rehearsal has ended, or at the end of patience. */
export async function awaitEntries(
  folder: string,
  isDone: (entries: readonly DatedEntry[]) => boolean,
): Promise<readonly DatedEntry[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const isPlaying = hasWriter(folder);
    const { event, log } = await readFolder(folder);
    const { entries } = effectiveLog(event, log, Infinity);
    if (isDone(entries) || !isPlaying || Date.now() > until) return entries;
    await delay(LOOK_MS);
  }
}
