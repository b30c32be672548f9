import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JourneyDefinition } from '../journey';
import type { LoadOrder } from '../protocol';
import { windowStartMs } from '../schedule';
import { startEmbedded } from './engine';

const mostMs = 300;
const journeys = 60;
/** Nothing of the warm-up is under way any more when the first window begins. */
const restMs = 300;

/**
 * Plays journeys against a throw-away server in this process until shortly before the order's first window, so that code is compiled by
 * then. No team is sent anything. Does nothing when there is no time for it.
 */
export async function warmUp(order: LoadOrder, journey: JourneyDefinition): Promise<void> {
  const spareMs = windowStartMs(order, order.fromWindow) - Date.now() - restMs;
  if (spareMs < mostMs) return;
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'text/html').end('<html></html>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const nobody = { id: 'nobody', url: `http://127.0.0.1:${port}`, account: '000000000000', signingKey: 'nothing' };
  const trial: LoadOrder = {
    ...order,
    startsAtMs: Date.now(),
    speed: 1,
    windowSeconds: mostMs / 1000,
    fromWindow: 0,
    untilWindow: 1,
    timeoutMs: restMs / 3,
    teams: [{ ...nobody, journeysPerWindow: [journeys] }],
  };
  const run = startEmbedded(trial, journey, () => undefined);
  const deadline = setTimeout(() => run.stop(), spareMs);
  await run.ended;
  clearTimeout(deadline);
  server.close();
  server.closeAllConnections();
}
