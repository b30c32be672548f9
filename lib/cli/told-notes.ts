import type { ConductorPorts } from '../core/experiments/conductor';
import type { Io } from '../core/io';

/** Tells an organizer what a step of the conductor notes, each in a line. */
export const toldNotes =
  (io: Io): ConductorPorts['note'] =>
  ({ message, team, run, reason }) =>
    io.notify([run ?? team, message, reason].filter((part) => part !== undefined).join(': '));
