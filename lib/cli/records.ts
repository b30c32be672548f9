import { Command } from 'commander';
import type { Io } from '../core/io';

/** `gameday records FILE --out DIR`. */
export const recordsCommand = (io: Io): Command =>
  new Command('records')
    .description(
      'fetch rounds and log of a deployed event into a folder, for standings, replay, incidents and postmortem',
    )
    .argument('<file>', 'the event file that was deployed')
    .requiredOption('--out <dir>', 'a new folder')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .addHelpText('after', '\nExample:\n  $ npx gameday records event.yaml --out records/spring\n')
    .action(async (file: string, { out, ...home }: { out: string; profile?: string; region?: string }) => {
      const { fetchRecords } = await import('./fetch-records');
      await fetchRecords(file, out, home, io);
    });
