import { Command } from 'commander';
import type { Io } from '../core/io';
import type { Steering } from '../core/time/steering';
import { durationOption, lineArgument, numberOption } from './option-values';

interface Flags {
  readonly profile?: string;
  readonly region?: string;
}

type Plain = Exclude<Steering['type'], 'extended' | 'traffic' | 'announced'>;

/** A command that says no more than its name. */
const plainCommand = (io: Io, name: string, type: Plain, description: string): Command =>
  deployedEvent(new Command(name), name)
    .description(description)
    .action((file: string, flags: Flags) => steer(file, { type }, flags, io));

/** The same for what cannot be taken back, which is asked for once more. */
const finalCommand = (io: Io, name: string, type: Plain, description: string, question: string): Command =>
  deployedEvent(new Command(name), name)
    .description(description)
    .option('--yes', 'without asking')
    .action((file: string, { yes, ...flags }: Flags & { yes?: true }) =>
      steer(file, { type }, yes === true ? flags : { ...flags, question }, io),
    );

/** `gameday start FILE`. */
export const startCommand = (io: Io): Command =>
  plainCommand(io, 'start', 'started', 'start an event: on AWS at the next whole minute, in a rehearsal at once');
/** `gameday pause FILE`. */
export const pauseCommand = (io: Io): Command =>
  plainCommand(io, 'pause', 'paused', 'pause an event now; the round that it cuts counts for nobody');
/** `gameday resume FILE`. */
export const resumeCommand = (io: Io): Command =>
  plainCommand(
    io,
    'resume',
    'resumed',
    'let a paused event go on: on AWS at the next whole minute, in a rehearsal at once',
  );
/** `gameday close FILE`. */
export const closeCommand = (io: Io): Command =>
  finalCommand(
    io,
    'close',
    'closed',
    'end an event now, for good',
    'End the event now? It cannot be started again, and if the scoreboard is not frozen before, everybody sees the result at once.',
  );

/** `gameday extend FILE --by 10m`. */
export const extendCommand = (io: Io): Command =>
  deployedEvent(new Command('extend'), 'extend', ' --by 10m --team blue')
    .description('let an event last longer')
    .requiredOption('--by <duration>', 'by this event time, a whole number of rounds', durationOption)
    .option('--team <id>', 'only for this team')
    .action((file: string, { by, team, ...flags }: Flags & { by: number; team?: string }) =>
      steer(file, { type: 'extended', seconds: by, ...(team === undefined ? {} : { team }) }, flags, io),
    );

/** `gameday freeze FILE`. */
export const freezeCommand = (io: Io): Command =>
  plainCommand(io, 'freeze', 'frozen', 'let the audience see no more news of an event, earlier than planned');
/** `gameday reveal FILE`. */
export const revealCommand = (io: Io): Command =>
  finalCommand(
    io,
    'reveal',
    'revealed',
    'show the audience the true standings of an event',
    'Show the audience the true standings now?',
  );

/** `gameday traffic FILE --factor 0.5`. */
export const trafficCommand = (io: Io): Command =>
  deployedEvent(new Command('traffic'), 'traffic', ' --factor 0.5 --team blue')
    .description('send an event more or less traffic than planned, from now on')
    .requiredOption('--factor <n>', 'planned traffic times this, 0 to 1000; 1 is the plan again', numberOption(0, 1000))
    .option('--team <id>', 'only to this team')
    .action((file: string, { factor, team, ...flags }: Flags & { factor: number; team?: string }) =>
      steer(file, { type: 'traffic', factor, ...(team === undefined ? {} : { team }) }, flags, io),
    );

/** `gameday announce FILE TEXT`. */
export const announceCommand = (io: Io): Command =>
  deployedEvent(new Command('announce'), 'announce', ' "Lunch is served"')
    .description('tell everybody something on the scoreboard of an event')
    .argument('<text>', 'one line', lineArgument)
    .action((file: string, text: string, flags: Flags) => steer(file, { type: 'announced', text }, flags, io));

const deployedEvent = (command: Command, name: string, more = ''): Command =>
  command
    .argument('<file>', 'the event file that was deployed, or the folder of a running rehearsal')
    .option('--profile <name>', "profile of the AWS configuration for the organizer's account")
    .option('--region <region>', 'region of the event; that of the profile or of AWS_REGION when left out')
    .addHelpText('after', `\nExample:\n  $ npx gameday ${name} event.yaml${more}\n`);

async function steer(
  file: string,
  steering: Steering,
  flags: Flags & { readonly question?: string },
  io: Io,
): Promise<void> {
  const { steerEvent } = await import('./steer-event');
  await steerEvent(file, steering, flags, io);
}
