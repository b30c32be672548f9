import { Command, InvalidArgumentError } from 'commander';
import type { Io } from '../core/io';
import { interruption } from './interruption';
import { collected, durationOption, wholeNumberOption } from './option-values';

interface Flags {
  readonly event: string;
  readonly team: readonly string[];
  readonly account: readonly string[];
  readonly yes?: readonly string[];
  readonly concurrency: number;
  readonly coolDown: number;
  readonly patience: number;
  readonly receipts: string;
  readonly profile?: string;
  readonly managementProfile?: string;
  readonly region?: string;
}

/** Network interfaces of functions stay up to 20 minutes. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html */
const PATIENCE_SECONDS = 1500;

/** `gameday reclaim`: teams' accounts back into the pool, proved clean. */
export const reclaimCommand = (io: Io): Command =>
  new Command('reclaim')
    .description(
      "take the teams' accounts back: freeze, empty, prove clean; shows the plan and does nothing unless --yes",
    )
    .option('--event <file>', 'event file', 'event.yaml')
    .option('--team <id>', 'only the account of this team; may be repeated', collected, [])
    .option(
      '--account <id>',
      'only this account of the pool, even one that is available; may be repeated',
      accounts,
      [],
    )
    .option('--yes <accounts>', 'do it: the ids of all accounts of the plan, separated by commas', accounts)
    .option('--concurrency <n>', 'accounts at a time', wholeNumberOption(1, 50), 5)
    .option('--cool-down <seconds>', 'between the two inventories', wholeNumberOption(0, 3600), 60)
    .option(
      '--patience <duration>',
      'how long nothing may go before an account is given up',
      durationOption,
      PATIENCE_SECONDS,
    )
    .option('--receipts <folder>', 'where receipts are written', 'reclaims')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--management-profile <name>', "profile for the organization's management account; --profile when left out")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .addHelpText(
      'after',
      '\nAccounts of teams that are available again are left alone. A run that was cut off goes on where it stopped.\n' +
        'Exits with 1 when an account was not proved clean.\n\n' +
        'Example:\n  $ npx gameday reclaim --event event.yaml\n' +
        '  $ npx gameday reclaim --event event.yaml --yes 111111111111,222222222222\n',
    )
    .action(async ({ event, team, account, yes, coolDown, patience, ...flags }: Flags) => {
      const { reclaimEvent } = await import('./reclaim-event');
      const options = {
        ...flags,
        choice: { teams: team, accounts: account },
        ...(yes && { agreed: yes }),
        coolDownMs: coolDown * 1000,
        patienceMs: patience * 1000,
      };
      await reclaimEvent(event, options, io, interruption(io));
    });

/** `111111111111,222222222222`; there is no word for all, so that whoever agrees has read which. */
function accounts(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  const wrong = ids.find((id) => !/^\d{12}$/.test(id));
  if (wrong === undefined) return [...before, ...ids];
  throw new InvalidArgumentError(`Write account ids of twelve digits, separated by commas; "${wrong}" is none.`);
}
