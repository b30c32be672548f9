import { EventRecords } from '../aws/event-records';
import { GameDayError } from '../core/errors';
import { eventId } from '../core/event/event-id';
import type { Io } from '../core/io';
import { clockEntry, type ClockChange } from '../core/time/clock-entry';
import { findHome } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { readEventFile } from '../rehearsal/records/event-on-disk';

/**
 * Appends to the log of a deployed event. Throws `BadOption` when the change would change nothing, `NotDeployed` without an
 * organizer's plane, `CredentialsMissing`, and what `readEventFile` throws.
 */
export async function changeEventClock(
  file: string,
  change: ClockChange,
  { profile, region }: { readonly profile?: string; readonly region?: string },
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
