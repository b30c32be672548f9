import { CommanderError } from 'commander';
import { GameDayError } from '../lib/core/errors';
import type { Io } from '../lib/core/io';

/**
 * Tells why a command ended. 2 for what the person at the terminal can put right, 1 for a scenario found unfair, a failed deployment, and
 * a bug in the toolkit; 0 when it was asked for nothing but words.
 */
export function exitCodeOf(error: unknown, io: Io): number {
  // Commander has told already what is wrong with the words of the command, or has shown its help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof GameDayError) {
    io.notify(`${error.message}\n${error.hint}`);
    return error.code === 'ScenarioUnfair' || error.code === 'DeployFailed' ? 1 : 2;
  }
  io.notify(
    `This is a bug in the toolkit, not in what you did:\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 1;
}
