import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GameDayError } from '../../core/errors';

/**
 * The text of a file. Throws `FileMissing` when there is none and `BadFile` when it cannot be read or holds no UTF-8 text.
 * @param what what the file is to the reader, such as "event file"
 */
export function readTextFile(path: string, what: string): string {
  const bytes = readBytes(path, what);
  // NUL is in binary files and in UTF-16, and in no text in UTF-8.
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  throw new GameDayError('BadFile', `${path} is not a text file`, `Give ${what} as text in UTF-8.`);
}

/**
 * Replaces a file's content at once: whoever reads it, or is left with it after a crash, sees the old or the new content whole.
 * @param mode who may read it, as far as the process's mask allows
 */
export function writeWhole(path: string, content: string, mode = 0o666): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, content, { mode });
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished);
    throw unwritable(path, error);
  }
}

/** Throws `FolderUnwritable` unless `writeWhole` could write this file now, `BadOption` for an empty path; leaves nothing behind. */
export function requireWritable(path: string): void {
  if (path === '') throw new GameDayError('BadOption', 'The path to write to is empty', 'Give the path of a file.');
  const attempt = `${path}.${process.pid}.tmp`;
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      throw Object.assign(new Error(), { code: 'EISDIR' });
    writeFileSync(attempt, '');
    rmSync(attempt);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Removes what killed writers left of `writeWhole` in a folder. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (/\.\d+\.tmp$/.test(name)) rmSync(join(folder, name));
}

/** What the operating system said about a path, as something the organizer can act on; anything else is returned as it is. */
export function unwritable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  const reason = code === undefined ? undefined : reasons[code];
  if (reason === undefined) return error;
  return new GameDayError(
    'FolderUnwritable',
    `${path} cannot be written: ${reason}`,
    'Give another place to write to.',
    {
      cause: error,
    },
  );
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EEXIST: 'it is a file, not a folder',
  EISDIR: 'it is a folder',
  ENOENT: 'the folder it should stand in does not exist',
};

/** The code of an error of the operating system. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** The bytes of a file. Throws `FileMissing` when there is none and `BadFile` when it cannot be read. */
export function readBytes(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new GameDayError('FileMissing', `${path} does not exist`, `Give the path of ${what}.`, { cause: error });
    }
    if (code === 'EISDIR') {
      throw new GameDayError('BadFile', `${path} is a folder`, `Give the path of ${what}.`, { cause: error });
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new GameDayError('BadFile', `${path} cannot be read: permission denied`, 'Make it readable for you.', {
        cause: error,
      });
    }
    throw error;
  }
}
