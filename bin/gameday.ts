import { createRequire } from 'node:module';
import { gamedayProgram } from '../lib/cli/program';
import { exitCodeOf } from './exit-code';
import { terminal } from './terminal';

const io = terminal();

// What fails in a timer or a reader, such as a folder that is gone in the middle of a rehearsal. Children end when their input closes.
process.on('uncaughtException', (error) => process.exit(exitCodeOf(error, io)));

const program = gamedayProgram(io).hook('preAction', () => {
  // Dynamic imports of TypeScript need tsx's loader thread, which costs too much to start it for help alone.
  createRequire(__filename)('tsx/esm');
});

program.parseAsync().catch((error: unknown) => {
  process.exitCode = exitCodeOf(error, io);
});
