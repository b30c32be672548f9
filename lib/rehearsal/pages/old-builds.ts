import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isProcessAlive } from '../process-alive';

/**
 * Leaves only the current build: servers hold the pages in memory, so another one serves nobody. The unfinished folder of a build that
 * goes on is left to it; what a killed one left is removed.
 * @param dist folder of the builds @param current name of the one to keep
 */
export async function removeOldBuilds(dist: string, current: string): Promise<void> {
  const older = (await readdir(dist)).filter((name) => name !== current && !isUnderWay(name));
  await Promise.all(older.map((name) => rm(join(dist, name), { recursive: true, force: true })));
}

/** An unfinished build is called `.<hash>-<id of its process>-<random>`. */
function isUnderWay(name: string): boolean {
  const [, pid] = /^\.\w+-(\d+)-/.exec(name) ?? [];
  return pid !== undefined && isProcessAlive(Number(pid));
}
