import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { startEmbedded } from '../../load/embedded/engine';
import { Stalls } from '../../load/embedded/stalls';
import type { Journey, JourneyDefinition } from '../../load/journey';
import type { WindowLine } from '../../load/protocol';
import { credentialsOf } from '../support/bad-teams';
import { anOrder, holding, offered } from '../support/load-runs';

test('only time in which nothing ran for more than 50 ms is a stall', () => {
  const stalls = new Stalls(1000);
  expect([1020, 1070, 1200, 1210, 1205, 1300].map((ms) => stalls.untilMs(ms))).toEqual([0, 0, 130, 130, 130, 220]);
});

const journey: JourneyDefinition = {
  id: 'test',
  steps: 1,
  stepNames: ['page'],
  *start(): Journey {
    yield { name: 'page', method: 'GET', path: '/' };
    return 'correct';
  },
};

/** Answers after 30 ms, in a thread of its own, also while this one stands still. */
const slowTarget = `
  const server = require('node:http').createServer((request, response) => setTimeout(() => response.end('ok'), 30));
  server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port));
`;

test('while the engine itself is kept from running, journeys that are due and answers that arrive are missing, and never slow', async () => {
  const target = new Worker(slowTarget, { eval: true });
  const [port] = (await once(target, 'message')) as [number];
  const startsAtMs = Date.now() + 100;
  const team = { id: 'blue', url: `http://127.0.0.1:${port}`, ...credentialsOf('blue'), journeysPerWindow: [100] };
  const order = { ...anOrder({ startsAtMs, untilWindow: 1, fastMs: 300, acceptableMs: 400 }), teams: [team] };
  const lines: WindowLine[] = [];
  const run = startEmbedded(order, journey, (line) => lines.push(line));
  await new Promise((resolve) => setTimeout(resolve, startsAtMs + 300 - Date.now()));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 350);
  await run.ended;
  await target.terminate();

  const [line] = holding(lines);
  if (line === undefined) throw new Error('no line was told');
  expect(line.flags).toEqual(['engine-lag']);
  expect(line).toMatchObject({ expected: 100, acceptable: 0, slow: 0, failed: 0 });
  // Journeys of the last 50 ms of the stall are only a little late.
  expect(offered(line)).toBeLessThanOrEqual(100 - 30);
  expect(offered(line)).toBeGreaterThan(0);
}, 20_000);
