import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import type { LogEntry } from '../core/records/records';
import { steeringEntry, type Steering } from '../core/time/steering';
import { readFolder } from '../rehearsal/records/folder';
import { appendOrder } from '../rehearsal/records/orders';
import { awaitEntries } from './await-entries';
import { deployedRecords, type HomeOptions } from './deployed-records';

interface SteerOptions extends HomeOptions {
  /** Asked before anything is written. */
  readonly question?: string;
}

/**
 * Appends to the log of a deployed event, or has the rehearsal that plays in a folder do it. Throws `BadOption` when it would change nothing
 * and where no rehearsal plays, `Aborted` on a no, and what `readFolder` and `deployedRecords` throw.
 */
export async function steerEvent(
  where: string,
  steering: Steering,
  { question, ...home }: SteerOptions,
  io: Io,
): Promise<void> {
  if (statSync(where, { throwIfNoEntry: false })?.isDirectory() === true) {
    return steerRehearsal(where, steering, question, io);
  }
  const { event, records } = await deployedRecords(where, home, io);
  const decision = steeringEntry(event, await records.log(), steering, { now: Date.now(), newId: randomUUID() });
  if (!decision.ok) {
    throw new GameDayError(
      'BadOption',
      `Nothing was written: ${decision.reason}.`,
      'Look at the scoreboard for how the event stands.',
    );
  }
  await confirmed(question, io);
  await records.append(decision.entry);
  tell(decision.entry, io);
}

/** The rehearsal decides: only it knows its clock. */
async function steerRehearsal(folder: string, steering: Steering, question: string | undefined, io: Io): Promise<void> {
  await readFolder(folder);
  await confirmed(question, io);
  const id = `${steering.type}-${randomUUID()}`;
  appendOrder(folder, { id, by: 'organizer', ...steering });
  const entries = await awaitEntries(folder, (known) => known.some(({ entry }) => entry.id === id));
  const written = entries.find(({ entry }) => entry.id === id)?.entry;
  if (written !== undefined) return tell(written, io);
  throw new GameDayError(
    'BadOption',
    'The rehearsal has not written it down',
    'It says at its own terminal why it left something out.',
  );
}

async function confirmed(question: string | undefined, io: Io): Promise<void> {
  if (question === undefined || (await io.confirm(question))) return;
  throw new GameDayError('Aborted', 'Nothing was written.', 'Repeat the command and say yes, or give --yes.');
}

function tell(entry: LogEntry, io: Io): void {
  io.result(`${JSON.stringify(entry)}\n`);
  io.notify(`${entry.type} at ${entry.at}`);
}
