import { Command } from 'commander';
import type { Io } from '../core/io';
import { interruption } from './interruption';
import { collected, emailOption, wholeNumberOption } from './option-values';

interface Flags {
  readonly event: string;
  readonly team: readonly string[];
  readonly organizer?: true;
  readonly concurrency: number;
  readonly yes?: true;
  readonly profile?: string;
  readonly region?: string;
  readonly role?: string;
  readonly outputs?: string;
  readonly alarms?: string;
}

/** `gameday deploy`: the organizer's plane and the teams' stacks, to AWS. */
export const deployCommand = (io: Io): Command =>
  new Command('deploy')
    .description("deploy the organizer's plane and every team's stack to AWS, many at a time")
    .option('--event <file>', 'event file', 'event.yaml')
    .option('--team <id>', 'only this team; may be repeated', collected, [])
    .option('--organizer', "only the organizer's plane, or together with --team")
    .option('--concurrency <n>', 'deployments at a time', wholeNumberOption(1, 50), 5)
    .option('--yes', 'deploy without asking')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'region of everything; that of the profile or of AWS_REGION when left out')
    .option(
      '--role <name>',
      "role to assume in the teams' accounts; when left out gameday/reclaim in those of the pool, else OrganizationAccountAccessRole",
    )
    .option(
      '--alarms <email>',
      'who is told when an alarm rings, and confirms it by a link; as before when left out',
      emailOption,
    )
    .option('--outputs <file>', 'where addresses are written; gameday-EVENT.json when left out')
    .addHelpText(
      'after',
      '\nExits with 1 when a deployment failed.\n\nExample:\n  $ npx gameday deploy --event event.yaml --team blue --team red\n',
    )
    .action(async ({ event, team, organizer, yes, ...flags }: Flags) => {
      const { deployEvent } = await import('./deploy-event');
      const choice = { teams: team, organizer: organizer === true };
      await deployEvent(event, { ...flags, choice, yes: yes === true }, io, interruption(io));
    });
