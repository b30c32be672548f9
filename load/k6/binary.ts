import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { GameDayError } from '../../lib/core/errors';

/** The version that tests build, and that is known to work. */
export const k6Version = '2.2.0';

/** Where tests keep the one that they build. */
export const builtK6 = resolve(__dirname, '..', '..', '.tools', 'bin', `k6-${k6Version}`);

/** A k6 on this machine, recent enough: `GAMEDAY_K6`, then the one that tests build, then the one on the PATH. */
export async function tryFindK6(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const candidates = env.GAMEDAY_K6 === undefined ? [builtK6, 'k6'] : [env.GAMEDAY_K6];
  for (const candidate of candidates) {
    const version = await versionOf(candidate);
    if (version !== undefined && isRecent(version)) return candidate;
  }
  return undefined;
}

/** Like `tryFindK6`, but throws `EngineMissing`. */
export async function findK6(env: NodeJS.ProcessEnv): Promise<string> {
  const found = await tryFindK6(env);
  if (found !== undefined) return found;
  throw new GameDayError(
    'EngineMissing',
    env.GAMEDAY_K6 === undefined
      ? 'No k6 1.8 or newer was found on this machine.'
      : `GAMEDAY_K6 (${env.GAMEDAY_K6}) is no k6 1.8 or newer.`,
    'Install k6 (https://grafana.com/docs/k6/latest/set-up/install-k6/) or use the embedded engine.',
  );
}

/** Major and minor; undefined when this is no k6 that runs. */
async function versionOf(command: string): Promise<readonly [number, number] | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, ['version'], { timeout: 10_000 });
    const found = /\bv(\d+)\.(\d+)\./.exec(stdout);
    return found === null ? undefined : [Number(found[1]), Number(found[2])];
  } catch {
    return undefined;
  }
}

const isRecent = ([major, minor]: readonly [number, number]) => major > 1 || (major === 1 && minor >= 8);
