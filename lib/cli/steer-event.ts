import { EventRecords } from '../aws/event-records';
import { GameDayError } from '../core/errors';
import { eventId } from '../core/event/event-id';
import type { Io } from '../core/io';
import { steeringEntry, type Steering } from '../core/time/steering';
import { findHome } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { readEventFile } from '../rehearsal/records/event-on-disk';

interface SteerOptions {
  readonly profile?: string;
  readonly region?: string;
  /** Asked before anything is written. */
  readonly question?: string;
}

/**
 * Appends to the log of a deployed event. Throws `BadOption` when it would change nothing, `Aborted` on a no, `NotDeployed` without an
 * organizer's plane, `CredentialsMissing`, and what `readEventFile` throws.
 */
export async function steerEvent(
  file: string,
  steering: Steering,
  { profile, region, question }: SteerOptions,
  io: Io,
): Promise<void> {
  const event = await readEventFile(file);
  const home = await findHome(profile, region);
  const options = { region: home.region, credentials: home.credentials };
  const { table } = await organizerOutputs(event, home, file);
  const records = new EventRecords(
    table,
    eventId(event),
    ({ about, message }) => io.notify(`Left out: ${about} ${message}`),
    options,
  );
  const decision = steeringEntry(event, await records.log(), steering, Date.now());
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
