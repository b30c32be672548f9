import { Command, Option } from 'commander';
import type { Io } from '../core/io';
import { collected } from './option-values';

interface CodesFlags {
  readonly event: string;
  readonly team: readonly string[];
  readonly rotate?: true;
  readonly html?: string;
  readonly address?: string;
  readonly yes?: true;
  readonly profile?: string;
  readonly region?: string;
}

interface ConsoleFlags {
  readonly event: string;
  readonly team: string;
  readonly as: 'link' | 'env' | 'process';
  readonly profile?: string;
  readonly region?: string;
}

/** `gameday access`: how participants get into their accounts. */
export const accessCommand = (io: Io): Command =>
  new Command('access')
    .description('let participants into their accounts')
    .addCommand(codesCommand(io))
    .addCommand(consoleCommand(io));

const codesCommand = (io: Io): Command =>
  withAccount(new Command('codes'))
    .description('give teams their codes, one sheet each; a code is shown once and never again')
    .option('--team <id>', 'only this team; may be repeated', collected, [])
    .option('--rotate', 'new codes also for teams that have one, which ends what was opened with it')
    .option('--html <file>', 'write a page to print, one sheet a team, instead of showing the codes here')
    .option('--address <url>', 'where teams type their code; the address of the scoreboard when left out')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nWithout --rotate only teams that have no code get one.\n\nExample:\n  $ npx gameday access codes --html sheets.html\n  $ npx gameday access codes --rotate --team blue\n',
    )
    .action(async ({ event, team, rotate, yes, ...flags }: CodesFlags) => {
      const { giveAccessCodes } = await import('./access-codes');
      await giveAccessCodes(event, { ...flags, teams: team, rotate: rotate === true, yes: yes === true }, io);
    });

const consoleCommand = (io: Io): Command =>
  withAccount(new Command('console'))
    .description('enter a team’s account as its participants do, while the event plays')
    .requiredOption('--team <id>', 'whose account')
    .addOption(
      new Option(
        '--as <form>',
        'a link into the console, lines for a shell, or what a credential_process of the AWS configuration answers',
      )
        .choices(['link', 'env', 'process'])
        .default('link'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ npx gameday access console --team blue\n  $ eval "$(npx gameday access console --team blue --as env)"\n',
    )
    .action(async ({ event, ...flags }: ConsoleFlags) => {
      const { enterTeamAccount } = await import('./access-console');
      await enterTeamAccount(event, flags, io);
    });

const withAccount = (command: Command): Command =>
  command
    .option('--event <file>', 'event file', 'event.yaml')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out');
