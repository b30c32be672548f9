import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Emulator } from './emulator';

const root = resolve(__dirname, '../..');

/**
 * Runs the real `gameday` command and kills it, without notice, when it says that it begins something.
 * Resolves with whether it came to say so.
 */
export async function gamedayKilledAt(emulator: Emulator, words: string, ...args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [resolve(root, 'bin/gameday.js'), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CDK_VALIDATION: 'false', ...emulator.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes(words)) child.kill('SIGKILL');
  });
  await ended;
  return child.signalCode === 'SIGKILL';
}
