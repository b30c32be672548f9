import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../../core/errors';
import { isProcessAlive } from '../process-alive';
import { codeOf, unwritable } from './text-file';

/** Lock files of this process. */
const held = new Set<string>();

/**
 * Makes this process the only one that writes to a folder, until `unlockFolder` or its end. A lock whose process is gone, as one that was
 * killed leaves it, is taken over. Throws `FolderInUse` while another process has it, and `FolderUnwritable`.
 */
export function lockFolder(folder: string): void {
  const file = lockIn(folder);
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw unwritable(folder, error);
    }
    const writer = writerIn(file);
    if (writer === undefined || isAlive(writer)) throw inUse(folder, file, writer);
    rmSync(file, { force: true });
  }
  if (held.size === 0) process.once('exit', () => held.forEach((each) => rmSync(each, { force: true })));
  held.add(file);
}

/** Lets others write to the folder; nothing happens when this process did not have it. */
export function unlockFolder(folder: string): void {
  const file = lockIn(folder);
  if (held.delete(file)) rmSync(file, { force: true });
}

/** Whether a process, this one included, writes to the folder now. */
export function hasWriter(folder: string): boolean {
  const file = lockIn(folder);
  const writer = writerIn(file);
  return held.has(file) || writer === undefined || isAlive(writer);
}

const lockIn = (folder: string): string => path.join(folder, 'writer.pid');

/** Undefined when the file says nothing, as for the instant in which it is written. */
function writerIn(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    // Gone since: whoever had it has ended.
    return 0;
  }
}

/** This process does not count: where ids begin anew, as in a container, it may have that of the one that was killed. */
const isAlive = (pid: number): boolean => pid !== 0 && pid !== process.pid && isProcessAlive(pid);

const inUse = (folder: string, file: string, writer: number | undefined): GameDayError =>
  new GameDayError(
    'FolderInUse',
    `another rehearsal${writer === undefined ? '' : ` (process ${writer})`} writes to ${folder}`,
    `End that one first. If it is no rehearsal, remove ${file}.`,
  );
