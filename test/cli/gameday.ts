import { spawnSync } from 'node:child_process';
import path from 'node:path';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Of this machine's own AWS settings nothing may reach a command: it would find an account there, or ask for one for seconds. */
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Runs the real command line in a folder. */
export function gameday(cwd: string, ...args: string[]): Outcome {
  const launcher = path.join(__dirname, '../../bin/gameday.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 180_000,
    // A rehearsal takes SIGTERM as a wish, which one that hangs never hears.
    killSignal: 'SIGKILL',
  });
  return { code: status, stdout, stderr };
}
