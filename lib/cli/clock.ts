import { Command } from 'commander';
import type { Io } from '../core/io';
import type { ClockChange } from '../core/time/clock-entry';
import { durationOption } from './option-values';

interface Flags {
  readonly profile?: string;
  readonly region?: string;
}

/** A command that changes the clock of an event that is deployed. */
function clockCommand(
  io: Io,
  name: string,
  description: string,
  change: ClockChange['type'] & keyof typeof simple,
): Command {
  return deployedEvent(new Command(name), name)
    .description(description)
    .action((file: string, flags: Flags) => changeClock(file, simple[change], flags, io));
}

const simple = {
  started: { type: 'started' },
  paused: { type: 'paused' },
  resumed: { type: 'resumed' },
  closed: { type: 'closed' },
} as const satisfies Readonly<Record<string, ClockChange>>;

/** `gameday start FILE`. */
export const startCommand = (io: Io): Command =>
  clockCommand(io, 'start', 'start a deployed event at the next whole minute', 'started');
/** `gameday pause FILE`. */
export const pauseCommand = (io: Io): Command =>
  clockCommand(io, 'pause', 'pause a deployed event now; the round that it cuts counts for nobody', 'paused');
/** `gameday resume FILE`. */
export const resumeCommand = (io: Io): Command =>
  clockCommand(io, 'resume', 'let a paused event go on at the next whole minute', 'resumed');
/** `gameday close FILE`. */
export const closeCommand = (io: Io): Command =>
  clockCommand(io, 'close', 'end a deployed event now, for good', 'closed');

/** `gameday extend FILE --by 10m`. */
export const extendCommand = (io: Io): Command =>
  deployedEvent(new Command('extend'), 'extend', ' --by 10m')
    .description('let a deployed event last longer')
    .requiredOption('--by <duration>', 'by this event time, a whole number of rounds', durationOption)
    .action((file: string, { by, ...flags }: Flags & { by: number }) =>
      changeClock(file, { type: 'extended', seconds: by }, flags, io),
    );

const deployedEvent = (command: Command, name: string, more = ''): Command =>
  command
    .argument('<file>', 'the event file that was deployed')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .addHelpText('after', `\nExample:\n  $ npx gameday ${name} event.yaml${more}\n`);

async function changeClock(file: string, change: ClockChange, flags: Flags, io: Io): Promise<void> {
  const { changeEventClock } = await import('./change-clock');
  await changeEventClock(file, change, flags, io);
}
