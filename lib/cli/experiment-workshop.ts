import { Command } from 'commander';
import type { Io } from '../core/io';

/** `gameday experiment coverage` and `gameday experiment new`: what villains prepare experiments from. */
export const workshopCommands = (io: Io): readonly Command[] => [coverageCommand(io), newCommand(io)];

const coverageCommand = (io: Io): Command =>
  withCatalogue(new Command('coverage'))
    .description('which failure classes of past incidents are tried on purpose, gaps first')
    .argument('<scenario>', 'whose experiments are looked at')
    .argument('[editions...]', 'folders of records of editions that were played')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ npx gameday experiment coverage rental-market records/2025 records/2026\n')
    .action(async (scenario: string, editions: readonly string[], options: { incidents: string; json?: true }) => {
      const { showCoverage } = await import('./experiment-coverage');
      await showCoverage({ scenario, editions, incidents: options.incidents, json: options.json === true }, io);
    });

const newCommand = (io: Io): Command =>
  withCatalogue(new Command('new'))
    .description('begin an experiment that tries again what once went wrong: a draft in a folder of scenarios/')
    .requiredOption('--from <incident>', 'id of a past incident')
    .requiredOption('--scenario <name>', 'whose experiment it is to be')
    .option('--id <name>', "name of the experiment; made of the incident's title when left out")
    .addHelpText('after', '\nExample:\n  $ npx gameday experiment new --from INC-42 --scenario price-sync\n')
    .action(async (options: { from: string; scenario: string; incidents: string; id?: string }) => {
      const { writeNewExperiment } = await import('./experiment-new');
      await writeNewExperiment(options, io);
    });

const withCatalogue = (command: Command): Command =>
  command.option(
    '--incidents <file>',
    'catalogue of past incidents, as `incidents import` writes it',
    'incidents.yaml',
  );
