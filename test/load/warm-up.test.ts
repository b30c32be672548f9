import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { warmUp } from '../../load/embedded/warm-up';
import type { Journey, JourneyContext } from '../../load/journey';
import { credentialsOf } from '../support/bad-teams';
import { anOrder } from '../support/load-runs';

test.each([
  ['plays journeys of nobody when there is time, and sends no team anything', 3000, ['000000000000']],
  ['does nothing when the order is about to begin', 100, []],
])('the warm-up %s', async (_rule, leadMs, accounts) => {
  let connections = 0;
  const server = createServer(() => connections++).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const order = anOrder({
    startsAtMs: Date.now() + leadMs,
    teams: [{ id: 'blue', url, ...credentialsOf('blue'), journeysPerWindow: [5, 5, 5] }],
  });
  const seen = new Set<string>();
  await warmUp(order, {
    id: 'test',
    steps: 1,
    stepNames: ['page'],
    *start({ account }: JourneyContext): Journey {
      seen.add(account);
      yield { name: 'page', method: 'GET', path: '/' };
      return 'correct';
    },
  });
  server.close();
  expect([...seen]).toEqual(accounts);
  expect(connections).toBe(0);
  expect(Date.now()).toBeLessThan(order.startsAtMs);
});
