import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { bootstrapStackName, cdkQualifier } from '../../lib/accounts/bootstrap-names';
import { region, type Emulator } from './emulator';

const root = resolve(__dirname, '../..');

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of the checkout as a person would, but against the emulator; resolves whatever came of it. */
function run(
  emulator: Emulator,
  script: string,
  args: readonly string[],
  { cwd = root, env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((settle) => {
    const options = {
      cwd,
      // Nothing of this process's own AWS settings may reach it.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDK_VALIDATION: 'false', ...emulator.env, ...env },
      maxBuffer: 2 ** 26,
    };
    execFile(process.execPath, [resolve(root, script), ...args], options, (error, stdout, stderr) => {
      settle({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}

const cdkCommand = 'node_modules/aws-cdk/bin/cdk';

/** `cdk bootstrap` of an account. @param env the account's credentials, where it is not the organizer's */
export const bootstrap = (emulator: Emulator, account: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  // Away from the checkout's cdk.json, which would have the app synthesised first.
  run(
    emulator,
    cdkCommand,
    [
      ...['bootstrap', `aws://${account}/${region}`, '--no-notices'],
      ...['--qualifier', cdkQualifier, '--toolkit-stack-name', bootstrapStackName],
    ],
    { cwd: tmpdir(), env },
  );

/** `cdk deploy` in the checkout. @param output folder for the assembly, of this command alone @param env as for `bootstrap` */
export const cdkDeploy = (
  emulator: Emulator,
  args: readonly string[],
  output: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> => {
  const quiet = ['--require-approval', 'never', '--no-notices', '--progress', 'events'];
  return run(emulator, cdkCommand, ['deploy', ...args, '--output', output, ...quiet], { env });
};

/** The real `gameday` command, as the organizer. */
export const gameday = (emulator: Emulator, ...args: readonly string[]): Promise<Outcome> =>
  run(emulator, 'bin/gameday.js', args);
