import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const installTimeoutMs = 600_000;

/** The versions that the emulator's plugin, the templates' checks and participants' command lines are known to work with. */
const packages = ['moto[server]==5.2.5', 'cfn-lint==1.58.0', 'awscli==1.44.20'];
/** Named after the list, so that another list is another installation. */
const folder = resolve(__dirname, '..', '..', '.tools', 'moto-5.2.5-awscli-1.44.20');
/** Written last, so that an interrupted installation is made anew. */
const ready = join(folder, 'installed');

/** A Python in which moto, cfn-lint and the AWS command line are installed; undefined where there is none yet. */
export const tryFindPythonTools = (): string | undefined =>
  existsSync(ready) ? join(folder, 'bin', 'python') : undefined;

/**
 * Like `tryFindPythonTools`, but installs them first, which takes half a minute and is kept in `.tools/`. Undefined when Python or
 * the packages cannot be had; a line on standard error then says how to get them.
 */
export async function ensurePythonTools(): Promise<string | undefined> {
  const found = tryFindPythonTools();
  if (found !== undefined) return found;
  try {
    await run('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))']);
  } catch {
    return missing('there is no python3, 3.10 or newer, with venv');
  }
  process.stderr.write(`Installing ${packages.join(' and ')} into ${folder}, once …\n`);
  try {
    await rm(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
    await run(join(folder, 'bin', 'python'), pip, { timeout: installTimeoutMs, maxBuffer: 2 ** 24 });
    await writeFile(ready, `${packages.join('\n')}\n`);
  } catch (error) {
    return missing(`they could not be installed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return tryFindPythonTools();
}

function missing(why: string): undefined {
  process.stderr.write(
    `The local AWS (moto), cfn-lint and the AWS command line were not found, and ${why}. Install Python 3.10 or newer with its venv module ` +
      '(Debian, Ubuntu: `apt-get install python3-venv`).\n',
  );
  return undefined;
}
