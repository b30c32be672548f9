import { Command, InvalidArgumentError, Option } from 'commander';
import type { Io } from '../core/io';
import { interruption } from './interruption';
import { durationOption, wholeNumberOption } from './option-values';

interface Flags {
  readonly speed: number | 'max';
  readonly duration?: number;
  readonly seed?: number;
  readonly engine: 'auto' | 'embedded' | 'k6';
  readonly port: number;
  readonly out?: string;
  readonly headless?: true;
  readonly wait?: true;
  readonly resume?: string;
  readonly chat?: true;
}

/** `gameday rehearse [FILE]`: a whole event on this machine. */
export const rehearseCommand = (io: Io): Command =>
  new Command('rehearse')
    .description('play a whole event on this machine, with simulated teams and real HTTP traffic')
    .argument('[file]', "event file; the scenario's own event with four bots when left out")
    .addOption(new Option('--speed <n>', 'event seconds per real second, or max').default(60).argParser(speedOption))
    .option(
      '--duration <duration>',
      'play the whole event in this event time, all of its plan in proportion',
      durationOption,
    )
    .option('--seed <n>', 'seed of all chance; 1 when left out', wholeNumberOption(0, 2 ** 31 - 1))
    .addOption(
      new Option('--engine <engine>', 'what sends the traffic').choices(['auto', 'embedded', 'k6']).default('auto'),
    )
    .option('--port <n>', 'port of the pages on this machine', wholeNumberOption(0, 65_535), 8080)
    .option('--out <dir>', 'new folder for the records; one below rehearsals/ when left out')
    .option('--headless', 'exit at the end instead of serving the pages until Ctrl-C')
    .option(
      '--chat',
      'informed event: post to the chat of the event file, instead of showing here what would be posted',
    )
    .option('--wait', 'play nothing until an organizer starts it, and end when an organizer has closed and revealed it')
    .option('--resume <dir>', 'go on with the rehearsal of this folder')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx gameday rehearse event.yaml --speed 120 --seed 7\n  $ npx gameday rehearse event.yaml --wait\n',
    )
    .action(async (file: string | undefined, flags: Flags) => {
      const { rehearse } = await import('../rehearsal/rehearse');
      await rehearse(
        { ...flags, file, headless: flags.headless === true, wait: flags.wait === true },
        io,
        interruption(io),
      );
    });

function speedOption(text: string): number | 'max' {
  const speed = text === 'max' ? text : Number(text);
  if (speed === 'max' || (speed >= 1 && speed <= 3600)) return speed;
  throw new InvalidArgumentError('Write a number from 1 to 3600, or max.');
}
