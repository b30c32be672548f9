import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Emulator } from './emulator';

const root = resolve(__dirname, '../..');

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of the checkout as a person would, but against the emulator; resolves whatever came of it. */
function run(emulator: Emulator, script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  return new Promise((settle) => {
    const options = {
      cwd: root,
      // Nothing of this process's own AWS settings may reach it.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDK_VALIDATION: 'false', ...emulator.env, ...env },
      maxBuffer: 2 ** 26,
    };
    execFile(process.execPath, [resolve(root, script), ...args], options, (error, stdout, stderr) => {
      settle({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}

/** The real CDK command. @param env in addition, for instance another account's credentials */
export const cdk = (emulator: Emulator, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  run(emulator, 'node_modules/aws-cdk/bin/cdk', [...args, '--no-notices'], env);

/** The real `gameday` command, as the organizer. */
export const gameday = (emulator: Emulator, ...args: readonly string[]): Promise<Outcome> =>
  run(emulator, 'bin/gameday.js', args, {});
