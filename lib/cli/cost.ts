import { Command } from 'commander';
import type { Io } from '../core/io';
import { wholeNumberOption } from './option-values';

interface Flags {
  readonly json?: true;
  readonly viewers?: number;
  readonly hoursLeftRunning: number;
}

/** `gameday cost FILE`. */
export const costCommand = (io: Io): Command =>
  new Command('cost')
    .description('what an event will cost on AWS, line by line, before anybody deploys it')
    .argument('<file>', 'event file')
    .option('--json', 'every line with quantity, unit and the page of its price, as JSON')
    .option(
      '--viewers <n>',
      'screens that show the scoreboard all the time; two for each team when left out',
      wholeNumberOption(0, 100_000),
    )
    .option(
      '--hours-left-running <n>',
      'hours that everything is left running beside the event',
      wholeNumberOption(0, 8760),
      0,
    )
    .addHelpText('after', '\nExample:\n  $ npx gameday cost event.yaml --hours-left-running 12\n')
    .action(async (file: string, { json, ...flags }: Flags) => {
      const { showCost } = await import('./show-cost');
      await showCost(file, { ...flags, json: json === true }, io);
    });
