import { Command } from 'commander';
import type { Io } from '../core/io';
import { wholeNumberOption } from './option-values';

interface Flags {
  readonly profile?: string;
  readonly managementProfile?: string;
  readonly region?: string;
  readonly role?: string;
  readonly concurrency: number;
  readonly json?: true;
}

/** `gameday doctor FILE`: whether the doors may open. */
export const doctorCommand = (io: Io): Command =>
  new Command('doctor')
    .description('look at everything that must hold before the doors open, and name the teams that are not ready')
    .argument('<file>', 'the event file')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option(
      '--management-profile <name>',
      "profile for the organization's management account; the organizer's when left out",
    )
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .option(
      '--role <name>',
      "role to look with in the teams' accounts; when left out gameday/reclaim in those of the pool, else OrganizationAccountAccessRole",
    )
    .option('--concurrency <n>', 'checks at a time', wholeNumberOption(1, 50), 8)
    .option('--json', 'every check as JSON')
    .addHelpText(
      'after',
      '\nChanges nothing. Exits with 1 when something is red.\n\nExample:\n  $ npx gameday doctor event.yaml\n  $ npx gameday doctor event.yaml --json\n',
    )
    .action(async (file: string, { json, ...flags }: Flags) => {
      const { runDoctor } = await import('./run-doctor');
      await runDoctor(file, { ...flags, json: json === true }, io);
    });
