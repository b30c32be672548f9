import { createRequire } from 'node:module';
import { CommanderError } from 'commander';
import { gamedayProgram } from '../lib/cli/program';
import { GameDayError } from '../lib/core/errors';
import { terminal } from './terminal';

const io = terminal();

/** What was tried and found out is no mistake of the person at the terminal. */
const foundOut: ReadonlySet<GameDayError['code']> = new Set([
  'ScenarioUnfair',
  'DeployFailed',
  'ExperimentRefused',
  'ExperimentRuns',
]);

/**
 * 0 when done, 2 for what the person at the terminal can put right, 1 for a scenario found unfair, a failed deployment, an experiment that
 * did not begin or does not end, and a bug in the toolkit.
 */
function exitCodeOf(error: unknown): number {
  // Commander has told already what is wrong with the words of the command, or has shown its help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof GameDayError) {
    io.notify(`${error.message}\n${error.hint}`);
    return foundOut.has(error.code) ? 1 : 2;
  }
  io.notify(
    `This is a bug in the toolkit, not in what you did:\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 1;
}

// What fails in a timer or a reader, such as a folder that is gone in the middle of a rehearsal. Children end when their input closes.
process.on('uncaughtException', (error) => process.exit(exitCodeOf(error)));

const program = gamedayProgram(io).hook('preAction', () => {
  // Dynamic imports of TypeScript need tsx's loader thread, which costs too much to start it for help alone.
  createRequire(__filename)('tsx/esm');
});

program.parseAsync().catch((error: unknown) => {
  process.exitCode = exitCodeOf(error);
});
