import { existsSync } from 'node:fs';
import path from 'node:path';
import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import { scaleEvent } from '../../core/event/event-scale';
import { scenarioFolder } from '../../scenarios/catalogue';
import { readEventFile } from './event-on-disk';
import { readFolder, RehearsalFolder, showsTheEnd } from './folder';
import { RehearsalJournal } from './journal';
import { preparedBefore, readPrepared } from './prepared';
import { readSettings } from './settings';
import { lockFolder } from './writer-lock';

/** Where a rehearsal writes, and from which round on it plays. */
export interface Records {
  readonly folder: RehearsalFolder;
  readonly journal: RehearsalJournal;
  readonly seed: number;
  /** The first round that is not measured yet. */
  readonly fromRound: number;
}

/** Records that can be begun. Everything that can be wrong with what was asked for has been looked at; nothing is written yet. */
export interface PlannedRecords {
  readonly event: GameDayEvent;
  /** Throws `FolderUnwritable` or `FolderInUse`. */
  readonly open: () => Records;
}

/** The scenario that is rehearsed when nobody names an event. */
const FIRST_SCENARIO = 'rental-market';

/** A new rehearsal in a folder of its own. Throws what reading an event file throws, and `BadOption` for a duration that does not fit. */
export async function newRecords(options: {
  readonly file: string | undefined;
  readonly duration?: number;
  readonly out?: string;
  /** @default 1 */
  readonly seed?: number;
}): Promise<PlannedRecords> {
  const { file, duration, out, seed = 1 } = options;
  const read = await readEventFile(file ?? path.join(scenarioFolder(FIRST_SCENARIO), 'event.yaml'));
  const event = duration === undefined ? read : scaleEvent(read, duration);
  const isInformed = file !== undefined && event.informed !== undefined;
  const prepared = isInformed ? preparedBefore(event, readPrepared(file).entries) : [];
  const open = (): Records => {
    const folder = out ?? freshFolder(event);
    const written = RehearsalFolder.create(folder, event, { seed });
    lockFolder(folder);
    for (const entry of prepared) written.appendLog(entry);
    const journal = new RehearsalJournal(event, written, { rounds: [], log: prepared });
    return { folder: written, journal, seed, fromRound: 0 };
  };
  return { event, open };
}

/**
 * Takes up the folder of a rehearsal that was stopped or killed, even in the middle of its end, and keeps others from it from now on.
 * Throws `BadOption` when it is over, and `FolderInUse`.
 */
export async function resumedRecords(folder: string): Promise<PlannedRecords> {
  const found = await readFolder(folder);
  const { seed } = readSettings(folder);
  if (found.log.some(({ type }) => type === 'closed') && showsTheEnd(folder)) {
    throw new GameDayError(
      'BadOption',
      `the rehearsal in ${folder} is over`,
      `Look at it again: npx gameday replay ${folder}`,
    );
  }
  lockFolder(folder);
  // Again: whoever had it may have written until now.
  const content = await readFolder(folder);
  const open = (): Records => {
    const written = RehearsalFolder.open(folder);
    const journal = new RehearsalJournal(content.event, written, content);
    const measured = journal.measuredRounds();
    let fromRound = 0;
    while (measured.has(fromRound)) fromRound += 1;
    return { folder: written, journal, seed, fromRound };
  };
  return { event: content.event, open };
}

/** A folder of its own below `rehearsals/`, named after the event and this minute. */
function freshFolder(event: GameDayEvent): string {
  const words = event.name.toLowerCase().match(/[a-z0-9]+/g) ?? ['event'];
  const minute = new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-');
  for (let count = 1; ; count += 1) {
    const name = [...words.slice(0, 6), minute, ...(count === 1 ? [] : [count])].join('-');
    const folder = path.join('rehearsals', name);
    if (!existsSync(folder)) return folder;
  }
}
