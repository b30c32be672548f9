import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleLoadProgram, loadProgramFile } from '../../load/aws/bundle';
import { findK6 } from '../../load/k6/binary';
import { LoadRig, placesOfRig } from '../support/aws/load-rig';
import { serveAws } from '../support/aws/served-aws';

const STEPS_PER_SECOND = 5;
/** As the task definition says. */
const STOP_TIMEOUT_MS = 60_000;

test('the program as it is shipped, told to end, tells what it saw until then and ends in order, k6 before it', async () => {
  const rig = await LoadRig.open(STEPS_PER_SECOND);
  const aws = await serveAws(rig.aws);
  const folder = await mkdtemp(join(tmpdir(), 'shipped-task-'));
  bundleLoadProgram('rental-market', folder);
  rig.begin();
  const child = spawn(process.execPath, [join(folder, loadProgramFile)], {
    env: {
      ...placesOfRig,
      ...aws.env,
      TASK: '0',
      TASKS: '1',
      PATH: process.env['PATH'],
      TMPDIR: folder,
      GAMEDAY_K6: await findK6(process.env),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => rig.lines.push(text));
  }
  try {
    await rig.until(() => rig.of('good').some(({ Fast = 0 }) => Fast > 5 * STEPS_PER_SECOND), 60_000);
    const [k6, ...others] = await childrenOf(child.pid);
    expect(others).toEqual([]);
    // In the middle of a window, of which nothing has been told.
    const told = rig.received('good');
    await rig.until(() => rig.received('good') > told + 3 * STEPS_PER_SECOND, 20_000);
    const stoppedAt = Date.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(STOP_TIMEOUT_MS);
    expect(() => process.kill(k6!, 0)).toThrow('ESRCH');

    const last = rig.of('good').at(-1)!;
    expect(last.startsAt + 10_000).toBeGreaterThan(stoppedAt);
    const counted = rig
      .of('good')
      .reduce((sum, { Fast = 0, Acceptable = 0, Slow = 0 }) => sum + Fast + Acceptable + Slow, 0);
    // What is in flight when k6 is stopped counts for nothing, as does what it has seen and not yet said.
    expect(counted).toBeGreaterThan(rig.received('good') - STEPS_PER_SECOND);
    for (const team of ['good', 'hangs']) {
      const archived = rig.archived(team).map(({ startsAt, expected }) => ({ startsAt, expected }));
      expect(archived).toEqual(rig.of(team).map(({ startsAt, Expected }) => ({ startsAt, expected: Expected })));
    }
    expect(rig.of('good').reduce((sum, { Failed = 0, Faulty = 0 }) => sum + Failed + Faulty, 0)).toBe(0);
  } finally {
    child.kill('SIGKILL');
    await aws.close();
    await rig.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);

/** Processes that a process has started. */
async function childrenOf(pid: number | undefined): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pid=,ppid=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([own = 0]) => own);
}
