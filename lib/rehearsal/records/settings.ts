import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { GameDayError } from '../../core/errors';
import { readTextFile, writeWhole } from './text-file';

const settingsSchema = z.strictObject({ seed: z.number().int().nonnegative() });

/** What a rehearsal must remember besides its event to be gone on with. */
export type RehearsalSettings = z.infer<typeof settingsSchema>;

const settingsPath = (folder: string): string => path.join(folder, 'rehearsal.json');

export function writeSettings(folder: string, settings: RehearsalSettings): void {
  writeWhole(settingsPath(folder), `${JSON.stringify(settings)}\n`);
}

/** Throws `FileMissing` when the folder was not written by a rehearsal, `BadFile` when its settings cannot be read. */
export function readSettings(folder: string): RehearsalSettings {
  const file = settingsPath(folder);
  if (!existsSync(file)) {
    throw new GameDayError(
      'FileMissing',
      `${folder} holds no rehearsal.json, so it was not written by a rehearsal`,
      'Look at it with `npx gameday replay` or `npx gameday standings` instead.',
    );
  }
  const text = readTextFile(file, 'the settings of a rehearsal');
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new GameDayError('BadFile', `${file} does not hold a seed`, 'Write {"seed":1} into it.', { cause });
  }
}
