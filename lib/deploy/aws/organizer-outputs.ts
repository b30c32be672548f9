import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import type { StackOutputs } from '../deployer';
import { organizerStackName } from '../target';
import type { Home } from './home';
import { tryFindStack } from './stack-status';

/** What the organizer's plane tells commands. */
export interface OrganizerOutputs {
  /** Name of the table of rounds, log and codes. */
  readonly table: string;
  readonly all: StackOutputs;
}

/**
 * Asks the organizer's stack of an event. Throws `NotDeployed` where there is none.
 * @param file of the event, for words
 */
export async function organizerOutputs(event: GameDayEvent, home: Home, file: string): Promise<OrganizerOutputs> {
  const client = new CloudFormationClient({ region: home.region, credentials: home.credentials });
  const name = organizerStackName(event);
  const all = (await tryFindStack(client, name))?.outputs;
  const table = all?.['Table'];
  if (all !== undefined && table !== undefined) return { table, all };
  throw new GameDayError(
    'NotDeployed',
    `There is no stack ${name} in account ${home.account}, ${home.region}.`,
    `Deploy it first: npx gameday deploy --event ${file}`,
  );
}
