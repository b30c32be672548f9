import { existsSync, readdirSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { RehearsalFolder } from '../rehearsal/records/folder';
import { codeOf } from '../rehearsal/records/text-file';
import { deployedRecords, type HomeOptions } from './deployed-records';

/**
 * Copies the records of a deployed event into a new folder, from which everything can be folded. What comes later is not in it: fetch again
 * into another. Throws `FolderUnwritable` unless the folder is new or empty, and what `deployedRecords` throws.
 */
export async function fetchRecords(file: string, out: string, home: HomeOptions, io: Io): Promise<void> {
  requireNew(out);
  const { event, records } = await deployedRecords(file, home, io);
  const [rounds, log] = await Promise.all([records.all(), records.log()]);
  const folder = RehearsalFolder.create(out, event);
  for (const round of rounds.toSorted((a, b) => a.round - b.round)) folder.appendRound(round);
  for (const entry of log) folder.appendLog(entry);
  io.notify(`${rounds.length} rounds and ${log.length} entries of the log are in ${out}.`);
  io.notify(`Next: npx gameday standings ${out}   or   npx gameday incidents ${out}`);
}

function requireNew(out: string): void {
  if (!existsSync(out)) return;
  try {
    if (readdirSync(out).length === 0) return;
  } catch (error) {
    if (codeOf(error) !== 'ENOTDIR') throw error;
  }
  throw new GameDayError('FolderUnwritable', `${out} is there already`, 'Give a new folder with --out.');
}
