import { Command } from 'commander';
import { version } from '../../package.json';
import { accessCommand } from './access';
import { accountsCommand } from './accounts';
import { costCommand } from './cost';
import { deployCommand } from './deploy';
import { doctorCommand } from './doctor';
import { eventCommand } from './event';
import { experimentCommand } from './experiment';
import type { Io } from '../core/io';
import { incidentCommand } from './incident';
import { incidentsCommand } from './incidents';
import { informedCommand } from './informed';
import { labCommand } from './lab';
import { postmortemCommand } from './postmortem';
import { prepareCommand } from './prepare';
import { reclaimCommand } from './reclaim';
import { recordsCommand } from './records';
import { rehearseCommand } from './rehearse';
import { replayCommand } from './replay';
import { reportCommand } from './report';
import { scenarioCommand } from './scenario';
import { standingsCommand } from './standings';
import {
  announceCommand,
  closeCommand,
  extendCommand,
  freezeCommand,
  pauseCommand,
  resumeCommand,
  revealCommand,
  startCommand,
  trafficCommand,
} from './steer';

/** All commands. Each file of a command is small and loads the work behind it when it is run, so that help is there at once. */
export function gamedayProgram(io: Io): Command {
  const program = new Command('gameday')
    .description('Run a GameDay: teams take over a poor cloud architecture, and the best served customers win.')
    .version(version, '--version', 'say which version this is')
    .addHelpText('after', '\nExample:\n  $ npx gameday rehearse --duration 2h\n');
  for (const [heading, commands] of Object.entries(commandGroups(io))) {
    for (const command of commands) program.addCommand(command.helpGroup(heading));
  }
  program.addCommand(prepareCommand(io), { hidden: true });
  for (const command of everyCommand(program)) {
    command
      .exitOverride()
      .showHelpAfterError(`See: npx ${fullName(command)} --help`)
      .configureOutput({ writeOut: (text) => io.result(text), writeErr: (text) => io.notify(text.trimEnd()) });
  }
  return program;
}

/** In the order of a GameDay, as help shows them. */
const commandGroups = (io: Io): Readonly<Record<string, readonly Command[]>> => ({
  'Play on this machine:': [rehearseCommand(io), replayCommand(io)],
  'Prepare an event:': [eventCommand(io), scenarioCommand(io), labCommand(io), costCommand(io)],
  'Run it on AWS:': [accountsCommand(io), deployCommand(io), accessCommand(io), doctorCommand(io), reclaimCommand(io)],
  'Steer the day on AWS:': [
    startCommand(io),
    pauseCommand(io),
    resumeCommand(io),
    extendCommand(io),
    trafficCommand(io),
    announceCommand(io),
    freezeCommand(io),
    revealCommand(io),
    closeCommand(io),
  ],
  'Break things, and learn:': [
    experimentCommand(io),
    informedCommand(io),
    incidentCommand(io),
    incidentsCommand(io),
    postmortemCommand(io),
    reportCommand(io),
    standingsCommand(io),
    recordsCommand(io),
  ],
});

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];

const fullName = (command: Command): string =>
  command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
