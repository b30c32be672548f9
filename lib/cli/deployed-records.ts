import type { ClientOptions } from '../aws/client-options';
import { EventRecords } from '../aws/event-records';
import type { GameDayEvent } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import type { Io } from '../core/io';
import { findHome } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { readEventFile } from '../rehearsal/records/event-on-disk';

/** Where a deployed event is looked for; what is left out comes from the AWS configuration. */
export interface HomeOptions {
  readonly profile?: string;
  readonly region?: string;
}

/**
 * The event of a file and the table of its records in the organizer's account. What in the table is no record is told and left out.
 * Throws `NotDeployed` without an organizer's plane, `CredentialsMissing`, and what `readEventFile` throws.
 */
export async function deployedRecords(
  file: string,
  { profile, region }: HomeOptions,
  io: Io,
): Promise<{
  readonly event: GameDayEvent;
  readonly records: EventRecords;
  /** Of the organizer's account, for further clients. */
  readonly client: ClientOptions;
}> {
  const event = await readEventFile(file);
  const home = await findHome(profile, region);
  const options = { region: home.region, credentials: home.credentials };
  const { table } = await organizerOutputs(event, home, file);
  const tell = ({ about, message }: { readonly about: string; readonly message: string }): void =>
    io.notify(`Left out: ${about} ${message}`);
  return { event, records: new EventRecords(table, eventId(event), tell, options), client: options };
}
