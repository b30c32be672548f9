import { Command } from 'commander';
import type { Io } from '../core/io';
import type { HomeOptions } from './deployed-records';
import { interruption } from './interruption';

/** `gameday informed run FILE`: the desk of a deployed event of the informed style. */
export function informedCommand(io: Io): Command {
  const command = new Command('informed')
    .description('run the desk of a deployed event of the informed style: kick-offs, votes, the chat')
    .addHelpText('after', '\nExample:\n  $ npx gameday informed run event.yaml\n');

  command
    .command('run')
    .description(
      'kick off, take votes, begin and end experiments, and tell the chat, until the event is over or Ctrl-C',
    )
    .argument('<file>', 'the event file that was deployed')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .addHelpText(
      'after',
      '\nSlack: SLACK_BOT_TOKEN or SLACK_BOT_TOKEN_FILE. Webhook: GAMEDAY_WEBHOOK or GAMEDAY_WEBHOOK_FILE.\n' +
        'It may be stopped and run again at any time; what runs in AWS ends by itself.\n' +
        '\nExample:\n  $ SLACK_BOT_TOKEN_FILE=token npx gameday informed run event.yaml\n',
    )
    .action(async (file: string, home: HomeOptions) => {
      const { runInformed } = await import('./run-informed');
      await runInformed(file, home, io, interruption(io));
    });

  return command;
}
