import { Command } from 'commander';
import type { Io } from '../core/io';
import { wholeNumberOption } from './option-values';

/** `gameday postmortem DIR --team blue`. */
export const postmortemCommand = (io: Io): Command =>
  new Command('postmortem')
    .description("write drafts of the post-mortems of a team's incidents, as Markdown and as pages to read and print")
    .argument('<dir>', 'folder with event.yaml, rounds.jsonl and log.jsonl')
    .requiredOption('--team <id>', 'the team')
    .option('--incident <n>', 'only this one, as `gameday incidents` numbers them', wholeNumberOption(1, 100_000))
    .option('--out <folder>', 'where to write them; postmortems in the same folder when left out')
    .option('--replace', 'write new drafts over those that are there, which people may have filled in')
    .addHelpText('after', '\nExample:\n  $ npx gameday postmortem rehearsals/spring --team blue\n')
    .action(async (folder: string, options: { team: string; incident?: number; out?: string; replace?: true }) => {
      const { writePostmortems } = await import('./write-postmortems');
      await writePostmortems(folder, options, io);
    });
