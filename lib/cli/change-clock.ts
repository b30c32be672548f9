import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { clockEntry, type ClockChange } from '../core/time/clock-entry';
import { deployedRecords, type HomeOptions } from './deployed-records';

/**
 * Appends to the log of a deployed event. Throws `BadOption` when the change would change nothing, and what
 * `deployedRecords` throws.
 */
export async function changeEventClock(file: string, change: ClockChange, home: HomeOptions, io: Io): Promise<void> {
  const { event, records } = await deployedRecords(file, home, io);
  const decision = clockEntry(event, await records.log(), change, Date.now());
  if (!decision.ok) {
    throw new GameDayError(
      'BadOption',
      `Nothing was written: ${decision.reason}.`,
      'Look at the scoreboard for how the event stands.',
    );
  }
  await records.append(decision.entry);
  io.result(`${JSON.stringify(decision.entry)}\n`);
  io.notify(`${decision.entry.type} at ${decision.entry.at}`);
}
