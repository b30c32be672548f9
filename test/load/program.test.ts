import { once } from 'node:events';
import { startLoad } from '../support/load-child';
import type { LoadOrder, WindowLine } from '../../load/protocol';
import type { OddServers } from '../support/bad-teams';
import { anOrderForTwo, startProgram } from '../support/load-program';
import { anOrder, holding, offered } from '../support/load-runs';

describe('the load program', () => {
  let servers: OddServers;
  let order: LoadOrder;
  beforeEach(async () => {
    ({ order, servers } = await anOrderForTwo());
  });
  afterEach(() => servers.close());

  test('told to stop, ends within about a timeout; what a hung team had not answered then is flagged as missing, all before as failed', async () => {
    const lines: WindowLine[] = [];
    await new Promise<void>((told) => {
      const child = startLoad('embedded', order, (line) => {
        lines.push(line);
        if (line.window === 1 && line.team === 'hangs') child.stop();
      });
      void child.ended.then(({ code, problem }) => {
        expect({ code, problem }).toEqual({ code: 0, problem: '' });
        told();
      });
    });
    const hung = holding(lines).filter((line) => line.team === 'hangs');
    const sum = (of: (line: WindowLine) => number): number => hung.reduce((total, line) => total + of(line), 0);
    expect(sum(({ expected }) => expected)).toBe((servers.received.get('hangs') ?? 0) * 5);
    expect(sum(({ failed }) => failed)).toBeGreaterThan(0);
    for (const line of hung.filter(({ flags }) => flags.length > 0)) expect(line.flags).toEqual(['engine-late']);
    for (const line of hung) expect(offered(line)).toBe(line.failed);
    for (const line of hung.filter(({ flags }) => flags.length === 0)) expect(line.failed).toBe(line.expected);
    expect(hung.length).toBeLessThan(8);
  }, 30_000);

  test('what was due before it could begin is expected, missing and flagged, and not sent in a burst', async () => {
    const late = { ...order, startsAtMs: Date.now() - 5000, untilWindow: 9 };
    const lines: WindowLine[] = [];
    const { code } = await startLoad('embedded', late, (line) => lines.push(line)).ended;
    expect(code).toBe(0);
    const first = holding(lines).filter((line) => line.window === 0);
    expect(first).toHaveLength(2);
    for (const line of first) {
      expect(line).toMatchObject({ expected: 50, flags: ['engine-start'] });
      expect(offered(line)).toBe(0);
    }
  }, 30_000);

  test('ends when its parent is gone', async () => {
    const { child } = startProgram('embedded');
    child.stdin.write(`${JSON.stringify(order)}\n`);
    await once(child.stdout, 'data');
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  }, 30_000);

  test.each([
    ['no order at all', '', 'the load order cannot be read'],
    ['an order that is no JSON', 'rubbish', 'the load order cannot be read'],
    ['an order with a typing mistake', JSON.stringify({ ...anOrder(), speeed: 60 }), 'speeed'],
    ['a scenario that is a path', JSON.stringify(anOrder({ scenario: '../x' })), 'scenario'],
  ])(
    'refuses %s with exit code 2',
    async (_what, input, problem) => {
      const { child, said } = startProgram('embedded');
      child.stdin.end(`${input}\n`);
      expect(await once(child, 'close')).toEqual([2, null]);
      expect(said()).toContain(problem);
    },
    20_000,
  );
});
