import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

export interface Outcome {
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

export interface CommandLine {
  run(...args: string[]): Promise<Outcome>;
  close(): void;
}

/** The command line in a folder, one command after another in a process that is started once: a start takes most of a short command's time. */
export function openCommandLine(cwd: string, more: NodeJS.ProcessEnv = {}): CommandLine {
  const program = require.resolve('./command-after-command');
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, program], {
    cwd,
    env: { ...env, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const outcomes = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(...args) {
      child.stdin.write(`${JSON.stringify(args)}\n`);
      const { value, done } = (await outcomes.next()) as IteratorResult<string, undefined>;
      if (done === true) throw new Error(`the process ended over: gameday ${args.join(' ')}`);
      return JSON.parse(value) as Outcome;
    },
    close: () => child.kill('SIGKILL'),
  };
}
