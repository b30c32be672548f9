import { Command } from 'commander';
import type { Io } from '../core/io';

/** `gameday prepare`, which npm runs after an install: what the first rehearsal would otherwise wait for. */
export const prepareCommand = (io: Io): Command =>
  new Command('prepare')
    .description('build the pages and synthesise the scenarios ahead of the first rehearsal')
    .addHelpText('after', '\nExample:\n  $ npx gameday prepare\n')
    .action(async () => {
      const { prepare } = await import('../rehearsal/prepare');
      await prepare(io);
    });
