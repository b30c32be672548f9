import { statSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Informed } from '../core/informed/informed';
import type { Io } from '../core/io';
import { effectiveLog, type DatedEntry } from '../core/records/effective-log';
import type { UndatedEntry } from '../core/records/records';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { readFolder } from '../rehearsal/records/folder';
import { appendOrder } from '../rehearsal/records/orders';
import { appendPrepared, readPrepared } from '../rehearsal/records/prepared';
import type { HomeOptions } from './deployed-records';

/** Where somebody's word about experiments belongs. */
export interface LifePlace {
  /** Event file, or folder of a rehearsal that plays. */
  readonly where: string;
  /** Of an event file: the records of the event that was deployed from it. */
  readonly deployed: boolean;
  readonly home: HomeOptions;
}

/** The records of such a place. */
export interface LifeRecords {
  readonly event: GameDayEvent;
  readonly informed: Informed;
  /** The log that holds, to its end. */
  readonly entries: readonly DatedEntry[];
  readonly append: (entry: UndatedEntry) => Promise<void>;
}

/** Throws `BadOption` for an event of the sandbox style, and what reading the place throws. */
export async function openLife({ where, deployed, home }: LifePlace, io: Io): Promise<LifeRecords> {
  const { event, log, append } = await recordsOf();
  if (event.informed === undefined) {
    throw new GameDayError(
      'BadOption',
      `${event.name} is of the sandbox style, where experiments need no approval.`,
      'Write `style: informed` into the event file when heroes share environments.',
    );
  }
  const { entries } = effectiveLog(event, log, Infinity);
  return { event, informed: event.informed, entries, append };

  async function recordsOf() {
    const now = (): string => new Date().toISOString();
    if (statSync(where, { throwIfNoEntry: false })?.isDirectory() === true) {
      const folder = await readFolder(where);
      return { ...folder, append: (entry: UndatedEntry) => Promise.resolve(appendOrder(where, entry)) };
    }
    if (deployed) {
      const { deployedRecords } = await import('./deployed-records');
      const { event: found, records } = await deployedRecords(where, home, io);
      const append = (entry: UndatedEntry): Promise<void> => records.append({ ...entry, at: now() });
      return { event: found, log: await records.log(), append };
    }
    const { entries: prepared, problems } = readPrepared(where);
    for (const problem of problems) io.notify(problem);
    return {
      event: await readEventFile(where),
      log: prepared,
      append: (entry: UndatedEntry) => Promise.resolve(appendPrepared(where, { ...entry, at: now() })),
    };
  }
}
