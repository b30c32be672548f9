import { Command } from 'commander';
import type { Io } from '../core/io';
import { interruption } from './interruption';
import { wholeNumberOption } from './option-values';

interface Flags {
  readonly speed: number;
  readonly port: number;
}

/** `gameday replay DIR`: an event that was played, on the scoreboard again. */
export const replayCommand = (io: Io): Command =>
  new Command('replay')
    .description('show the scoreboard of an event that was played, as it moved')
    .argument('<dir>', 'folder with event.yaml, rounds.jsonl and log.jsonl')
    .option('--speed <n>', 'event seconds per real second', wholeNumberOption(1, 3600), 60)
    .option('--port <n>', 'port of the pages on this machine', wholeNumberOption(0, 65_535), 8080)
    .addHelpText('after', '\nExample:\n  $ npx gameday replay rehearsals/spring --speed 120\n')
    .action(async (folder: string, flags: Flags) => {
      const { replay } = await import('../rehearsal/replay');
      await replay({ ...flags, folder }, io, interruption(io));
    });
