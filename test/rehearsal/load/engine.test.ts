import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { EngineProcess } from '../../../lib/rehearsal/load/engine';
import { anOrder } from '../../support/load-runs';

const root = resolve(__dirname, '..', '..', '..');
const order = () =>
  anOrder({
    startsAtMs: Date.now() + 1000,
    untilWindow: 600,
    teams: [{ id: 'blue', url: 'http://127.0.0.1:1', account: '1', signingKey: 'k', journeysPerWindow: [] }],
  });

/** Starts an engine, tells its process id when `run` calls `tell`, and stays. */
const parent = (run: string) => `
  const { EngineProcess } = require('./lib/rehearsal/load/engine');
  const engine = new EngineProcess('embedded');
  const tell = () => console.log(engine.child.pid);
  ${run}
  setInterval(() => undefined, 1000);
`;

async function isGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test.each([
  ['that waits for its order', 'tell();'],
  ['under way', `void engine.run(${JSON.stringify(order())}, { window: tell, note: () => undefined });`],
])(
  'an engine %s ends when the rehearsal is killed',
  async (_when, run) => {
    const rehearsal = spawn(process.execPath, ['--import', 'tsx', '--eval', parent(run)], { cwd: root });
    const [text] = (await once(rehearsal.stdout, 'data')) as [Buffer];
    rehearsal.kill('SIGKILL');
    await isGone(parseInt(text.toString(), 10));
  },
  20_000,
);

test('what fails in taking a window ends the engine and is told', async () => {
  const engine = new EngineProcess('embedded');
  const full = new Error('no space left');
  const window = () => {
    throw full;
  };
  await expect(engine.run(order(), { window, note: () => undefined })).rejects.toBe(full);
}, 20_000);

test('an engine that is up and waits for its order can be stopped', async () => {
  const program = `
    const { EngineProcess } = require('./lib/rehearsal/load/engine');
    const engine = new EngineProcess('embedded');
    setTimeout(() => engine.stop().then(() => process.exit(0)), 3000);
  `;
  const rehearsal = spawn(process.execPath, ['--import', 'tsx', '--eval', program], { cwd: root, timeout: 15_000 });
  expect(await once(rehearsal, 'exit')).toEqual([0, null]);
}, 20_000);
