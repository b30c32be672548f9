import { CommanderError } from 'commander';
import { GameDayError, type GameDayErrorCode } from '../lib/core/errors';
import type { Io } from '../lib/core/io';

/** What was asked for was done or found out, and the answer is no. */
const failures: ReadonlySet<GameDayErrorCode> = new Set<GameDayErrorCode>([
  'AccountsUnsound',
  'AccountUnready',
  'DeployFailed',
  'ExperimentRefused',
  'ExperimentRuns',
  'NotReady',
  'ReclaimFailed',
  'ScenarioUnfair',
]);

/**
 * Tells why a command ended. 2 for what the person at the terminal can put right, 1 for an answer that is no, and a bug in the toolkit; 0
 * when it was asked for nothing but words.
 */
export function exitCodeOf(error: unknown, io: Io): number {
  // Commander has told already what is wrong with the words of the command, or has shown its help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof GameDayError) {
    io.notify(`${error.message}\n${error.hint}`);
    return failures.has(error.code) ? 1 : 2;
  }
  io.notify(
    `This is a bug in the toolkit, not in what you did:\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 1;
}
