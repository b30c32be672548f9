import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findK6 } from '../../load/k6/binary';
import { bundleScript } from '../../load/k6/bundle';
import { startK6 } from '../../load/k6/engine';
import { k6LeadMs, k6StartMs } from '../../load/k6/options';
import { windowStartMs } from '../../load/schedule';
import { journeyFile } from '../../load/scenario-journey';
import { LoadRig, type StartParts } from '../support/aws/load-rig';

const STEPS_PER_SECOND = 5;

test('k6 that dies in the middle is started again, it is told, and only windows without it are missing', async () => {
  const rig = await LoadRig.open(STEPS_PER_SECOND);
  const binary = await findK6(process.env);
  const writeScript = (file: string) => bundleScript(journeyFile('rental-market'), file);
  const engine: StartParts = {
    leadMs: (order) => k6LeadMs(order) + windowStartMs(order, order.fromWindow) - k6StartMs(order) + 250,
    start: (order, tell) => Promise.resolve(startK6(order, { binary, writeScript, journeySteps: 5 }, tell)),
  };
  rig.begin();
  const running = rig.run(engine);
  await rig.until(() => rig.received('good') > 10, 40_000);
  const before = rig.of('good').length;
  await killK6();
  await rig.until(() => rig.lines.join('').includes('engine died'), 10_000);
  const since = Date.now();
  await rig.until(() => rig.of('good').some(({ startsAt, Fast = 0 }) => startsAt > since && Fast > 25), 60_000);
  rig.end();
  await running;

  const starts = rig.of('good').map(({ startsAt }) => startsAt);
  expect(starts.length).toBeGreaterThan(before);
  expect(starts).toEqual(starts.map((_, index) => starts[0]! + index * 10_000));
  expect(rig.of('good').reduce((sum, { Failed = 0, Faulty = 0 }) => sum + Failed + Faulty, 0)).toBe(0);
  await rig.close();
}, 150_000);

/** The k6 below this process. */
async function killK6(): Promise<void> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pid=,ppid=,args=']);
  const own = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === process.pid && found?.[3]?.includes('k6'));
  expect(own).toHaveLength(1);
  process.kill(Number(own[0]?.[1]), 'SIGKILL');
}
