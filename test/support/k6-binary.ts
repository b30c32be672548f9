import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { builtK6, k6Version, tryFindK6 } from '../../load/k6/binary';

const run = promisify(execFile);
const buildTimeoutMs = 600_000;

/**
 * A k6 for the tests: one that is there, or one built from source with Go, which takes a minute or two and is kept in `.tools/`.
 * Undefined when neither can be had; a line on standard error then says how to get it.
 */
export async function ensureK6(): Promise<string | undefined> {
  const found = await tryFindK6(process.env);
  if (found !== undefined) return found;
  try {
    await run('go', ['version']);
  } catch {
    return missing('there is no Go to build it with');
  }
  process.stderr.write(`Building k6 ${k6Version} from source, once; this takes a minute or two …\n`);
  try {
    await buildK6();
  } catch (error) {
    return missing(`it could not be built: ${error instanceof Error ? error.message : String(error)}`);
  }
  return tryFindK6(process.env);
}

/**
 * Builds in a module of our own that requires k6: `go install module@version` also asks the proxy for the latest version, which not
 * every proxy can answer. Renamed into place at the end, so that an interrupted build leaves nothing half-made.
 */
async function buildK6(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gameday-k6-build-'));
  try {
    const go = (...args: string[]) => run('go', args, { cwd: folder, timeout: buildTimeoutMs, maxBuffer: 2 ** 24 });
    await go('mod', 'init', 'k6build');
    await go('mod', 'edit', `-require=go.k6.io/k6/v2@v${k6Version}`);
    await mkdir(dirname(builtK6), { recursive: true });
    const unfinished = `${builtK6}.${process.pid}`;
    await go('build', '-mod=mod', '-buildvcs=false', '-o', unfinished, 'go.k6.io/k6/v2');
    await rename(unfinished, builtK6);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function missing(why: string): undefined {
  process.stderr.write(
    `k6 was not found, and ${why}. Get k6 ${k6Version} from https://grafana.com/docs/k6/latest/set-up/install-k6/ ` +
      'and put it on the PATH or name it in GAMEDAY_K6.\n',
  );
  return undefined;
}
