import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findK6 } from '../../load/k6/binary';
import { bundleScript } from '../../load/k6/bundle';
import { k6ForShift } from '../../load/aws/k6-for-shift';
import { journeyFile } from '../../load/scenario-journey';
import { LoadRig } from '../support/aws/load-rig';

const STEPS_PER_SECOND = 5;

test('k6 that dies in the middle is started again, it is told, and only windows without it are missing', async () => {
  const rig = await LoadRig.open(STEPS_PER_SECOND);
  const binary = await findK6(process.env);
  const writeScript = (file: string) => bundleScript(journeyFile('rental-market'), file);
  const engine = k6ForShift({ binary, writeScript, journeySteps: 5 });
  rig.begin();
  const running = rig.run(engine);
  await rig.until(() => rig.received('good') > 10, 40_000);
  const before = rig.of('good').length;
  const killedAt = await killK6();
  await rig.until(() => rig.lines.join('').includes('engine died'), 10_000);
  const since = Date.now();
  await rig.until(() => rig.of('good').some(({ startsAt, Fast = 0 }) => startsAt > since && Fast > 25), 60_000);
  rig.end();
  await running;

  const starts = rig.of('good').map(({ startsAt }) => startsAt);
  expect(starts.length).toBeGreaterThan(before);
  expect(starts).toEqual(starts.map((_, index) => starts[0]! + index * 10_000));
  const broken = rig.archived('good').find(({ startsAt }) => startsAt <= killedAt && killedAt < startsAt + 10_000)!;
  expect(broken.flags).toContain('engine-died');
  // Journeys that were under way when it died are neither expected nor failed.
  expect(broken.expected).toBeGreaterThan(10 * STEPS_PER_SECOND - 15);
  expect(broken.fast + broken.acceptable + broken.slow).toBeLessThan(broken.expected);
  expect(rig.of('good').reduce((sum, { Failed = 0, Faulty = 0 }) => sum + Failed + Faulty, 0)).toBe(0);
  await rig.close();
}, 150_000);

/** Kills the k6 below this process; returns when, ms. */
async function killK6(): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pid=,ppid=,args=']);
  const own = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === process.pid && found?.[3]?.includes('k6'));
  expect(own).toHaveLength(1);
  process.kill(Number(own[0]?.[1]), 'SIGKILL');
  return Date.now();
}
