import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import type { Io } from '../core/io';
import { interruption } from './interruption';
import { wholeNumberOption } from './option-values';

interface Flags {
  readonly games: number;
  readonly seed: number;
  readonly event?: string;
  readonly jobs: number;
  readonly json?: true;
  readonly page?: string;
}

/** `gameday lab SCENARIO`: whether a scenario is fair, found out by playing it many times. */
export const labCommand = (io: Io): Command =>
  new Command('lab')
    .description('play a scenario many times and find out whether every weakness matters and no trick pays')
    .argument('<scenario>', 'a folder of scenarios/')
    .option(
      '--games <n>',
      'games to play about, divided into whole seeds, at least 3',
      wholeNumberOption(1, 100_000),
      200,
    )
    .option('--seed <n>', 'the first seed', wholeNumberOption(0, 2 ** 31 - 1), 1)
    .option('--event <file>', "event file; the scenario's own when left out")
    .option('--jobs <n>', 'games at a time', wholeNumberOption(1, 256), availableParallelism())
    .option('--json', 'print the whole report as JSON instead of tables')
    .option('--page <file>', 'write the report as a page with plots')
    .addHelpText(
      'after',
      '\nExits with 1 when a verdict is broken.\n\nExample:\n  $ npx gameday lab rental-market --page lab.html\n',
    )
    .action(async (scenario: string, { json, page, event, ...flags }: Flags) => {
      const { showLab } = await import('./show-lab');
      await showLab({ ...flags, scenario, event, page, json: json === true }, io, interruption(io));
    });
