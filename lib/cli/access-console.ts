import { accessPorts } from '../access/aws/access-ports';
import { credentialJson, credentialLines } from '../access/credential-text';
import { enterAs } from '../access/enter-account';
import { refusalWords } from '../access/refusal';
import { GameDayError } from '../core/errors';
import { chosenTeams } from '../core/event/chosen-teams';
import type { Io } from '../core/io';
import { findHome } from '../deploy/aws/home';
import { organizerOutputs } from '../deploy/aws/organizer-outputs';
import { readEventFile } from '../rehearsal/records/event-on-disk';

interface ConsoleOptions {
  readonly team: string;
  readonly as: 'link' | 'env' | 'process';
  readonly profile?: string;
  readonly region?: string;
}

/**
 * Gives the organizer what a team's participants get, under the same conditions. Throws `AccessRefused` unless the event plays and the account
 * is live, `BadOption` for a team that the event does not have, `AccountUnreadable`, `SignInFailed`, `NotDeployed`, `CredentialsMissing`, and what
 * `readEventFile` throws.
 */
export async function enterTeamAccount(file: string, options: ConsoleOptions, io: Io): Promise<void> {
  const event = await readEventFile(file);
  const [team] = chosenTeams(event, [options.team]);
  const home = await findHome(options.profile, options.region);
  const { table } = await organizerOutputs(event, home, file);
  const ports = accessPorts(event, table, home, (message) => io.notify(message));
  const entered = team === undefined ? undefined : await enterAs(ports, team);
  if (entered === undefined || !entered.ok) {
    throw new GameDayError(
      'AccessRefused',
      `Team ${options.team}: ${refusalWords[entered?.refusal ?? 'account-shut']}`,
      `See how everything stands: npx gameday doctor ${file}`,
    );
  }
  switch (options.as) {
    case 'link':
      io.result(`${await ports.ways.consoleLink(entered.value)}\n`);
      io.notify('Whoever has this address is in the account: it logs in for 15 minutes. Give it to nobody else.');
      return;
    case 'env':
      io.result(credentialLines(entered.value, home.region));
      io.notify('Whoever has these lines is in the account for an hour. Give them to nobody else.');
      return;
    case 'process':
      io.result(credentialJson(entered.value));
      return;
  }
}
