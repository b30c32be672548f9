import { Command } from 'commander';
import type { Io } from '../core/io';
import { clockOption, collected } from './option-values';

/** `gameday incidents DIR`, and `gameday incidents import FILE`. */
export const incidentsCommand = (io: Io): Command =>
  new Command('incidents')
    .addCommand(importCommand(io))
    .description(
      'what every team went through: when it began, was detected, recovered, and which experiments were there',
    )
    .argument('<dir>', 'folder with event.yaml, rounds.jsonl and log.jsonl')
    .option('--team <id>', 'of this team only')
    .option('--json', 'with everything that teams said, as JSON')
    .option('--at <hh:mm:ss>', 'as it stood at this event time; the newest that is known when left out', clockOption)
    .option('--audience', 'only what the audience may know, up to the freeze')
    .addHelpText('after', '\nExample:\n  $ npx gameday incidents rehearsals/spring --team blue\n')
    .action(async (folder: string, options: { team?: string; json?: true; at?: number; audience?: true }) => {
      const { showIncidents } = await import('./show-incidents');
      const { team, at } = options;
      await showIncidents(folder, { team, at, json: options.json === true, audience: options.audience === true }, io);
    });

const importCommand = (io: Io): Command =>
  new Command('import')
    .description('take past incidents, classified, from a table into a catalogue that experiments are prepared from')
    .argument(
      '<file>',
      'CSV, or Markdown with a table: date, title, class, detected by, minutes to detect, minutes to recover, systems',
    )
    .option('--into <file>', 'the catalogue, made when there is none', 'incidents.yaml')
    .option('--class <written=class>', 'which failure class a word of the file means; may be repeated', collected, [])
    .option('--dry-run', 'show what would be new or changed, and write nothing')
    .addHelpText(
      'after',
      '\nImported again, the same incidents change nothing; none is ever removed.\n\nExample:\n  $ npx gameday incidents import past.csv --class "Release=change and deployment"\n',
    )
    .action(async (file: string, options: { into: string; class: readonly string[]; dryRun?: true }) => {
      const { importIncidents } = await import('./incidents-import');
      importIncidents(file, { into: options.into, classes: options.class, dryRun: options.dryRun === true }, io);
    });
