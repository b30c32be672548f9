import { Argument, Command } from 'commander';
import type { Io } from '../core/io';
import type { PoolFlags } from './accounts-pool';
import { interruption } from './interruption';
import { collected, wholeNumberOption } from './option-values';

/** `gameday accounts …`: the pool of accounts that teams play in. */
export const accountsCommand = (io: Io): Command =>
  new Command('accounts')
    .description("the teams' accounts: a pool of guarded accounts in AWS Organizations")
    .addCommand(createCommand(io))
    .addCommand(adoptCommand(io))
    .addCommand(listCommand(io))
    .addCommand(doctorCommand(io))
    .addCommand(openCommand(io))
    .addCommand(freezeCommand(io))
    .addCommand(closeCommand(io));

const createCommand = (io: Io): Command =>
  changing('create', 'create 5')
    .description('set the pool up and create accounts until it has as many; goes on where an earlier run stopped')
    .addArgument(new Argument('<number>', 'accounts that the pool shall have').argParser(wholeNumberOption(0, 500)))
    .action(async (wanted: number, flags: ChangeFlags) => {
      const { createAccounts } = await import('./accounts-create');
      await createAccounts(wanted, changes(flags), io, interruption(io));
    });

const adoptCommand = (io: Io): Command =>
  changing('adopt', 'adopt 111111111111 222222222222')
    .description(
      'take accounts of the organization into the pool; those in it are brought up to date, all when none is named',
    )
    .argument('[accounts...]', 'ids of accounts, twelve digits')
    .action(async (accounts: readonly string[], flags: ChangeFlags) => {
      const { adoptAccounts } = await import('./accounts-create');
      await adoptAccounts(accounts, changes(flags), io, interruption(io));
    });

const listCommand = (io: Io): Command =>
  pooled('list', 'list --yaml')
    .description('the accounts of the pool and where they stand')
    .option('--json', 'every record as JSON, history included')
    .option('--yaml', 'lines for teams of the event file, of the accounts that are available')
    .option('--account <id>', 'only this account; may be repeated', collected, [])
    .action(async (flags: PoolFlags & { json?: true; yaml?: true; account: readonly string[] }) => {
      const { listAccounts } = await import('./accounts-look');
      await listAccounts(flags, io);
    });

const doctorCommand = (io: Io): Command =>
  pooled('doctor', 'doctor')
    .description('compare records, organization and accounts of the pool; exits with 1 when something is wrong')
    .option('--json', 'findings as JSON')
    .action(async (flags: PoolFlags & { json?: true }) => {
      const { examineAccounts } = await import('./accounts-look');
      await examineAccounts(flags, io);
    });

const openCommand = (io: Io): Command =>
  changing('open', 'open')
    .description('let the teams into their accounts: available ones become live')
    .option('--team <id>', 'only this team; may be repeated', collected, [])
    .action(async ({ team, ...flags }: ChangeFlags & { team: readonly string[] }) => {
      const { moveTeams } = await import('./accounts-move');
      await moveTeams('live', team, changes(flags), io, interruption(io));
    });

const freezeCommand = (io: Io): Command =>
  changing('freeze', 'freeze --team blue')
    .description('shut the teams out of their accounts at once, whoever is logged in; open lets them in again')
    .option('--team <id>', 'only this team; may be repeated', collected, [])
    .action(async ({ team, ...flags }: ChangeFlags & { team: readonly string[] }) => {
      const { moveTeams } = await import('./accounts-move');
      await moveTeams('frozen', team, changes(flags), io, interruption(io));
    });

const closeCommand = (io: Io): Command =>
  changing('close', 'close 111111111111')
    .description('close accounts for good: only those that were proved clean')
    .argument('<accounts...>', 'ids of accounts, twelve digits')
    .option('--force', 'also accounts in quarantine')
    .addHelpText(
      'after',
      '\nA closed account counts against the quota for 90 days, and its address can never be used again.\n' +
        'AWS closes three accounts at a time, and 20 % of the members within 30 days, but 250 at least.\n',
    )
    .action(async (accounts: readonly string[], { force, ...flags }: ChangeFlags & { force?: true }) => {
      const { closeAccounts } = await import('./accounts-move');
      await closeAccounts(accounts, force === true, changes(flags), io, interruption(io));
    });

type ChangeFlags = PoolFlags & { readonly concurrency: number; readonly yes?: true };

const changes = ({ yes, ...flags }: ChangeFlags) => ({ ...flags, yes: yes === true });

const pooled = (name: string, example: string): Command =>
  new Command(name)
    .option('--event <file>', 'event file', 'event.yaml')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--management-profile <name>', "profile for the organization's management account; --profile when left out")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .addHelpText('after', `\nExample:\n  $ npx gameday accounts ${example}\n`);

const changing = (name: string, example: string): Command =>
  pooled(name, example)
    .option('--concurrency <n>', 'accounts at a time', wholeNumberOption(1, 20), 4)
    .option('--yes', 'do it without asking');
