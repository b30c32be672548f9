import { RecordTable } from '../../accounts/aws/record-table';
import type { ClientOptions } from '../../aws/client-options';
import { EventRecords } from '../../aws/event-records';
import type { GameDayEvent } from '../../core/event/event';
import { eventId } from '../../core/event/event-id';
import { signInHosts } from '../console-sign-in';
import type { AccessPorts } from '../ports';
import { AttemptTable } from './attempt-table';
import { federation } from './federation';
import { participantRole } from './participant-role';
import { eventPepper } from './pepper';
import { TeamCodeTable } from './team-code-table';

/** Where the organizer's plane is, and who acts. */
interface Organizer {
  readonly region: string;
  /** As in ARNs: `aws`. */
  readonly partition: string;
  readonly credentials?: NonNullable<ClientOptions['credentials']>;
  /** How clients call. @default as the SDK does it */
  readonly client?: ClientOptions;
}

/**
 * Access by what is deployed in the organizer's account.
 * @param table of the event
 * @param problem told about records that cannot be read
 */
export function accessPorts(
  event: GameDayEvent,
  table: string,
  { region, partition, credentials, client }: Organizer,
  problem: (message: string) => void,
): AccessPorts {
  const options: ClientOptions = { ...client, region, ...(credentials && { credentials }) };
  const id = eventId(event);
  const records = new EventRecords(
    table,
    id,
    ({ about, message }) => problem(`Left out: ${about} ${message}`),
    options,
  );
  const accounts = new RecordTable(options);
  return {
    event,
    codes: new TeamCodeTable(table, id, options),
    attempts: new AttemptTable(table, id, options),
    pepper: eventPepper(id, false, options),
    log: () => records.log(),
    accountState: async (account) =>
      (await accounts.list(event.accounts.pool)).find((record) => record.account === account)?.state,
    ways: {
      credentials: participantRole(partition, options),
      consoleLink: federation(signInHosts(partition, region)),
    },
    now: Date.now,
  };
}
