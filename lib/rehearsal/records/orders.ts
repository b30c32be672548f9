import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../../core/errors';
import type { Fact } from './journal';
import { unwritable } from './text-file';
import { hasWriter } from './writer-lock';

/** Facts that others want to have written down, a line each: log entries without `at`, which the rehearsal gives them. */
export const ordersFile = 'orders.jsonl';

/**
 * Asks the rehearsal that plays in a folder to write a fact down at its event time. Throws `BadOption` when none plays there, and
 * `FolderUnwritable`.
 */
export function appendOrder(folder: string, fact: Fact): void {
  if (!hasWriter(folder)) {
    throw new GameDayError(
      'BadOption',
      `No rehearsal plays in ${folder}, so nobody would take this`,
      `Let it go on first: npx gameday rehearse --resume ${folder}`,
    );
  }
  leaveOrder(folder, fact);
}

/** The same for whoever plays there now or goes on with it later. Throws `FolderUnwritable`. */
export function leaveOrder(folder: string, fact: Fact): void {
  const file = path.join(folder, ordersFile);
  try {
    // Whole lines appended at once never mix with those of others.
    appendFileSync(file, `${JSON.stringify(fact)}\n`);
  } catch (error) {
    throw unwritable(file, error);
  }
}
