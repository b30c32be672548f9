import { Command } from 'commander';
import type { Io } from '../core/io';

/** `gameday report DIR…`. */
export const reportCommand = (io: Io): Command =>
  new Command('report')
    .description('close the day: what was tried, what customers would have felt, what changed, and how it was before')
    .argument('<dirs...>', 'folders with event.yaml, rounds.jsonl and log.jsonl, one for each edition')
    .option('--html <file>', 'where to write the page; report.html in the folder of the newest edition when left out')
    .option('--json', 'all numbers, as JSON; no page unless --html says where')
    .option(
      '--csv <folder>',
      'write rounds, log and ledger as CSV with a dictionary of their columns; no page unless --html',
    )
    .option('--incidents <file>', 'catalogue of past incidents, which the failure classes are measured by')
    .addHelpText(
      'after',
      '\nExample:\n  $ npx gameday report records/spring records/autumn --incidents incidents.yaml\n',
    )
    .action(async (folders: readonly string[], options: Flags) => {
      const { writeReport } = await import('./write-report');
      await writeReport({ ...options, folders, json: options.json === true }, io);
    });

interface Flags {
  readonly html?: string;
  readonly json?: true;
  readonly csv?: string;
  readonly incidents?: string;
}
