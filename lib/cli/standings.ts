import { Command } from 'commander';
import type { Io } from '../core/io';
import { clockOption } from './option-values';

/** `gameday standings DIR`. */
export const standingsCommand = (io: Io): Command =>
  new Command('standings')
    .description('who stands where, from the records of a rehearsal or an event')
    .argument('<dir>', 'folder with event.yaml, rounds.jsonl and log.jsonl')
    .option('--json', 'every line of the ledger, as JSON')
    .option('--at <hh:mm:ss>', 'as it stood at this event time; the newest that is known when left out', clockOption)
    .option('--rules <file>', 'what if: with the rules of this YAML file')
    .addHelpText('after', '\nExample:\n  $ npx gameday standings rehearsals/spring --at 01:10:00\n')
    .action(async (folder: string, options: { json?: true; at?: number; rules?: string }) => {
      const { showStandings } = await import('./show-standings');
      await showStandings(folder, { json: options.json === true, at: options.at, rules: options.rules }, io);
    });
