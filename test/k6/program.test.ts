import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { LoadOrder, WindowLine } from '../../load/protocol';
import type { OddServers } from '../support/bad-teams';
import { startLoad } from '../support/load-child';
import { anOrderForTwo, startProgram } from '../support/load-program';
import { holding, offered } from '../support/load-runs';

const foldersLeft = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('gameday-k6-') && !name.includes('build'));

describe('the load program with k6', () => {
  let servers: OddServers;
  let order: LoadOrder;
  beforeEach(async () => {
    ({ order, servers } = await anOrderForTwo());
  });
  afterEach(() => servers.close());

  test('told to stop, ends at once, and what was cut has neither been expected nor failed', async () => {
    const before = foldersLeft();
    const lines: WindowLine[] = [];
    const child = startLoad('k6', order, (line) => {
      lines.push(line);
      if (line.window === 1) child.stop();
    });
    expect(await child.ended).toEqual({ code: 0, problem: '' });
    const held = holding(lines);
    expect(held.length).toBeGreaterThanOrEqual(4);
    for (const line of held.filter(({ flags }) => flags.length === 0)) expect(offered(line)).toBe(line.expected);
    for (const line of held.filter(({ team }) => team === 'good')) expect(line.failed + line.faulty).toBe(0);
    expect(foldersLeft()).toEqual(before);
  }, 60_000);

  test('windows that begin before k6 can be ready are expected, missing and flagged', async () => {
    const lines: WindowLine[] = [];
    const late = { ...order, startsAtMs: Date.now() - 2000, untilWindow: 8 };
    const { code } = await startLoad('k6', late, (line) => lines.push(line)).ended;
    expect(code).toBe(0);
    const good = holding(lines).filter((line) => line.team === 'good');
    expect(good.map((line) => line.window).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const [first] = good.filter((line) => line.window === 0);
    expect(first).toMatchObject({ expected: 50, fast: 0, failed: 0, flags: ['engine-start'] });
  }, 60_000);

  test('a k6 that is none is said, with exit code 1', async () => {
    const { child, said } = startProgram('k6', { GAMEDAY_K6: '/nowhere/k6' });
    child.stdin.write(`${JSON.stringify(order)}\n`);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said()).toContain('/nowhere/k6');
  }, 60_000);

  test('k6 dying in the middle is an engine that failed', async () => {
    const { child, said } = startProgram('k6');
    child.stdin.write(`${JSON.stringify(order)}\n`);
    await once(child.stdout, 'data');
    const [k6] = await childrenOf(child.pid ?? 0, 'k6');
    process.kill(k6 ?? 0, 'SIGKILL');
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said()).toContain('SIGKILL');
  }, 60_000);

  test('ends, and k6 with it, when its parent is gone', async () => {
    const { child } = startProgram('k6');
    child.stdin.write(`${JSON.stringify(order)}\n`);
    await once(child.stdout, 'data');
    const [k6 = 0] = await childrenOf(child.pid ?? 0, 'k6');
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(() => process.kill(k6, 0)).toThrow();
  }, 60_000);
});

/** Process ids below a process whose command contains `name`. */
async function childrenOf(pid: number, name: string): Promise<number[]> {
  const ps = spawn('ps', ['-e', '-o', 'pid=,ppid=,args=']);
  let text = '';
  ps.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(ps, 'close');
  return text
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === pid && found?.[3]?.includes(name))
    .map((found) => Number(found?.[1]));
}
