import { randomUUID } from 'node:crypto';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { steeringEntry, type Steering } from '../core/time/steering';
import { deployedRecords, type HomeOptions } from './deployed-records';

interface SteerOptions extends HomeOptions {
  /** Asked before anything is written. */
  readonly question?: string;
}

/**
 * Appends to the log of a deployed event. Throws `BadOption` when it would change nothing, `Aborted` on a no, and what `deployedRecords`
 * throws.
 */
export async function steerEvent(
  file: string,
  steering: Steering,
  { question, ...home }: SteerOptions,
  io: Io,
): Promise<void> {
  const { event, records } = await deployedRecords(file, home, io);
  const decision = steeringEntry(event, await records.log(), steering, { now: Date.now(), newId: randomUUID() });
  if (!decision.ok) {
    throw new GameDayError(
      'BadOption',
      `Nothing was written: ${decision.reason}.`,
      'Look at the scoreboard for how the event stands.',
    );
  }
  if (question !== undefined && !(await io.confirm(question))) {
    throw new GameDayError('Aborted', 'Nothing was written.', 'Repeat the command and say yes, or give --yes.');
  }
  await records.append(decision.entry);
  io.result(`${JSON.stringify(decision.entry)}\n`);
  io.notify(`${decision.entry.type} at ${decision.entry.at}`);
}
