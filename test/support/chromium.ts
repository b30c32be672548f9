import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

const howToGetChromium =
  'Chromium was not found: install it (Debian, Ubuntu: `apt-get install chromium`) or set CHROME_PATH to the path of a Chrome or Chromium.\n';

/**
 * The path of a Chromium on this machine. With `CI=true`, as root on Debian, it is installed when missing.
 * `undefined` when there is none, and then standard error says how to get one.
 */
export async function ensureChromium(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const found = findChromium(env) ?? (await installChromium(env));
  if (found === undefined) process.stderr.write(howToGetChromium);
  return found;
}

async function installChromium(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (env['CI'] !== 'true' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  await run('apt-get', ['update', '-q']);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findChromium(env);
}

/** The named one, if any is named, or the first of the usual places. */
function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const named = env['GAMEDAY_CHROMIUM'] ?? env['CHROME_PATH'];
  return (named === undefined || named === '' ? places : [named]).find((path) => existsSync(path));
}

/** A headless browser that talks to nobody but the pages under test. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
