import { Command } from 'commander';
import type { Io } from '../core/io';
import { clockOption } from './option-values';

/** `gameday incidents DIR`. */
export const incidentsCommand = (io: Io): Command =>
  new Command('incidents')
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
