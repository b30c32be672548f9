import { randomUUID } from 'node:crypto';
import type { JourneyDefinition } from '../../../load/journey';
import { accessPorts } from '../../access/aws/access-ports';
import type { CodeRecord } from '../../access/code-record';
import type { ApiPorts } from '../../api/ports';
import { ApiRefusal } from '../../api/refusal';
import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import { eventId } from '../../core/event/event-id';
import type { ScorerNote } from '../../core/scorer/ports';
import { steeringTypes } from '../../core/time/steering';
import type { ClientOptions } from '../client-options';
import { EventRecords } from '../event-records';
import { signsOfLife } from '../signs-of-life';
import { TeamAccounts } from '../team-account';
import { accountSights } from './account-sight';
import { ownEndpoints } from './endpoints';
import { Kept } from './kept';
import { KeptRecords } from './kept-records';
import { organizerSecret } from './organizer-secret';
import { passesByItself } from './passing';
import { examineEvent } from './readiness';
import { testJourneys } from './test-journey';
import { viewerAddress } from './viewer';

/** A team's new code is known so much later at the latest, and what its old one opened is shut. */
const CODES_KEPT_MS = 5000;
/** A team's stack may be deployed anew. */
const ADDRESS_KEPT_MS = 30_000;

interface AwsPortsProps {
  readonly event: GameDayEvent;
  readonly journey: JourneyDefinition;
  readonly weaknesses: ApiPorts['weaknesses'];
  readonly experiments: ApiPorts['experiments'];
  /** Name of the event's table. */
  readonly table: string;
  /** ARN of the organizers' secret. */
  readonly secret: string;
  /** Bucket of the scoreboard. */
  readonly site: string;
  readonly region: string;
  readonly options: ClientOptions;
  readonly note: (note: ScorerNote) => void;
}

/** The API's ports over what is deployed in the organizer's account, and by its roles in the accounts of teams. */
export function awsPorts(props: AwsPortsProps): ApiPorts & { readonly records: KeptRecords } {
  const { event, journey, table, options, note } = props;
  const id = eventId(event);
  const told = new Set<string>();
  const problem = (message: string): void => {
    // A bad item is read again and again.
    if (!told.has(message)) note({ level: 'warn', message: 'left out', reason: message });
    told.add(message);
  };
  const records = new KeptRecords(
    new EventRecords(table, id, ({ about, message }) => problem(`${about} ${message}`), options),
  );
  const [, partition = 'aws'] = props.secret.split(':');
  const access = accessPorts(event, table, { region: props.region, partition, client: options }, problem);
  const codes = new Kept<readonly CodeRecord[]>(CODES_KEPT_MS, () => access.codes.all());
  const accounts = new TeamAccounts(options);
  const addresses = new Kept(ADDRESS_KEPT_MS, (account) => accounts.address(account));
  const endpoints = ownEndpoints(accounts);
  const log = () => records.log();
  const now = () => Date.now();
  const addressOf = (account: string) => addresses.of(account);
  const ownCodes = {
    all: () => codes.of(),
    replace: (before: CodeRecord | undefined, after: CodeRecord) => access.codes.replace(before, after),
  };
  return {
    event,
    records,
    clock: { now, realNow: now, speed: () => 1 },
    access: { codes: ownCodes, attempts: access.attempts, pepper: () => access.pepper().catch(withoutPepper) },
    organizerSecret: organizerSecret(props.secret, options),
    weaknesses: props.weaknesses,
    experiments: props.experiments,
    steering: steeringTypes,
    readiness: () =>
      examineEvent({ event, life: signsOfLife(id, props.site, options), codes: ownCodes, addressOf, now }),
    account: accountSights({ event, accounts, log, now, note }),
    testJourney: testJourneys({ event, journey, addressOf, endpoints, log, now }),
    ways: access,
    endpoints,
    addressOf: viewerAddress,
    secure: true,
    newId: randomUUID,
    failed: (error) => note({ level: 'error', message: 'a request could not be answered', reason: String(error) }),
    passesByItself,
  };
}

/** Sessions are sealed with the key of the codes, which is made with the first of them. */
function withoutPepper(error: unknown): never {
  if (error instanceof GameDayError && error.code === 'SecretUnusable') {
    throw new ApiRefusal(503, 'Nobody can log in before teams have codes: npx gameday access codes.');
  }
  throw error;
}
