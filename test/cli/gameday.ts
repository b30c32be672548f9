import { spawnSync } from 'node:child_process';
import path from 'node:path';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a folder. */
export function gameday(cwd: string, ...args: string[]): Outcome {
  const launcher = path.join(__dirname, '../../bin/gameday.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 180_000,
    // A rehearsal takes SIGTERM as a wish, which one that hangs never hears.
    killSignal: 'SIGKILL',
  });
  return { code: status, stdout, stderr };
}
