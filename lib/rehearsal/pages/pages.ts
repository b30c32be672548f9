import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { GameDayError } from '../../core/errors';
import { removeOldBuilds } from './old-builds';

const root = join(__dirname, '../../..');
const web = join(root, 'web');

/**
 * Builds the pages into `web/dist/<hash of their sources>` and returns that folder; builds nothing when it is already there.
 *
 * Safe to run side by side: a build happens in a folder of its own and takes its name when it is whole. Vite runs as a child,
 * so that its memory is given back before the event starts. Throws `BadFile` when the sources do not build, `FolderUnwritable` when `web/dist` cannot be written.
 */
export async function buildPages(): Promise<string> {
  const hash = await hashOfSources();
  const dist = join(web, 'dist');
  const folder = join(dist, hash);
  if (existsSync(folder)) return folder;

  try {
    await mkdir(dist, { recursive: true });
    await buildInto(folder, await mkdtemp(join(dist, `.${hash}-${process.pid}-`)));
    await removeOldBuilds(dist, hash);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    throw new GameDayError(
      'FolderUnwritable',
      `cannot write the built pages into ${dist}`,
      'make that folder writable, or run from a checkout that you own',
      { cause: error },
    );
  }
  return folder;
}

async function buildInto(folder: string, unfinished: string): Promise<void> {
  try {
    await runVite(unfinished);
    await rename(unfinished, folder).catch((error: unknown) => {
      // Somebody else's build of the same sources was first.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** What a build depends on: every source of the pages, and the pins of what they are built with. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(root, 'package.json')));
  for (const path of (await sourcesIn(web)).sort()) {
    hash.update(`\0${path.slice(web.length)}\0`).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return path === join(web, 'dist') ? [] : sourcesIn(path);
  });
  return (await Promise.all(below)).flat();
}

async function runVite(outDir: string): Promise<void> {
  const viteFolder = dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json'));
  const args = ['build', '--config', join(web, 'vite.config.mjs'), '--configLoader', 'native', '--outDir', outDir];
  try {
    await promisify(execFile)(process.execPath, [join(viteFolder, 'bin/vite.js'), ...args, '--logLevel', 'warn'], {
      cwd: root,
      // tsx's hooks in NODE_OPTIONS would be loaded into the child for nothing.
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new GameDayError(
      'BadFile',
      `the pages in web/ do not build: ${said}`,
      'run `npm ci` again, or undo the last change in web/',
      { cause: error },
    );
  }
}

function isUnwritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'EPERM'].includes(String(error.code));
}
