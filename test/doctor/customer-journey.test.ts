import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JourneyDefinition } from '../../load/journey';
import { customerJourney } from '../../lib/doctor/customer-journey';
import { anEvent } from '../support/builders';

/** Looks, then books, and knows what the right answers are. */
const shopping: JourneyDefinition = {
  id: 'shopping',
  steps: 2,
  stepNames: ['look', 'book'],
  *start({ account }) {
    const look = yield { name: 'look', method: 'GET', path: '/look' };
    if (look.body !== account) return 'faulty';
    const book = yield { name: 'book', method: 'POST', path: '/book', body: '{}' };
    return book.body === 'booked' ? 'correct' : 'faulty';
  },
};
const account = '111111111111';
const [team] = anEvent().teams;
const { rules } = anEvent();
const event = { rules: { ...rules, bands: { ...rules.bands, timeoutMs: 300 } } };

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function visit(listener: RequestListener) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return customerJourney(shopping, event, team!, { url, signingKey: 'key' }, 7);
}

test('a customer who is served correctly comes to the end', async () => {
  const found = await visit(({ url }, response) => response.end(url === '/look' ? account : 'booked'));
  expect(found).toMatchObject({ ok: true, steps: 2 });
});

test.each<[string, RequestListener, string, string]>([
  ['a wrong answer', ({ url }, response) => response.end(url === '/look' ? account : 'sold out'), 'book', 'faulty'],
  ['another team’s answer', (_request, response) => response.end('222222222222'), 'look', 'faulty'],
  ['an error', (_request, response) => response.writeHead(503).end(), 'look', 'failed'],
  ['an answer that never comes', () => undefined, 'look', 'failed'],
  ['a connection that is cut', ({ socket }) => socket.destroy(), 'look', 'failed'],
])('%s ends the journey at its step', async (_what, listener, step, kind) => {
  expect(await visit(listener)).toEqual({ ok: false, step, class: kind });
});
