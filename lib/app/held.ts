import { readFileSync, statSync } from 'node:fs';
import type { AppEnvironment } from './program';

/**
 * The switch of the fault `sync-stop`: a file with the instant, in seconds since 1970, at which the program goes on by itself. It is
 * where a reboot removes it, only root can write it, and Systems Manager runs commands as root.
 */
const switchFile = '/run/gameday/sync-held-until';

/** No experiment lasts longer, so what says so was not written by one. */
const longestSeconds = 12 * 3600;

/** Whether what a program copies from elsewhere is held as it is. */
export interface Hold {
  /** Seconds since the copying stopped; `undefined` while it goes on. @param at instant on the calendar, ms */
  heldForSeconds(at: number): number | undefined;
}

/** The hold of a process: its switch is the file that `HOLD_FILE` names. @default `/run/gameday/sync-held-until` */
export function holdOf(env: AppEnvironment): Hold {
  const file = env['HOLD_FILE'] ?? switchFile;
  return { heldForSeconds: (at) => readSwitch(file, at) };
}

function readSwitch(file: string, at: number): number | undefined {
  try {
    const heldSinceMs = statSync(file).mtimeMs;
    const untilSeconds = Number(readFileSync(file, 'utf8').trim());
    const isSane = untilSeconds * 1000 > at && untilSeconds - heldSinceMs / 1000 <= longestSeconds;
    return isSane ? Math.max(0, at - heldSinceMs) / 1000 : undefined;
  } catch {
    // No file, no hold: as on every machine where nobody experiments.
    return undefined;
  }
}
