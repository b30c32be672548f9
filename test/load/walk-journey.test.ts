import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { walkJourney } from '../../load/embedded/walk-journey';
import type { JourneyDefinition } from '../../load/journey';

const NOON = Date.parse('2026-12-10T12:00:00Z');
const bands = { fastMs: 5000, acceptableMs: 6000, timeoutMs: 7000 };

/** Is served well when it is asked at noon, and only then. */
const lunch: JourneyDefinition = {
  id: 'lunch',
  steps: 3,
  stepNames: ['sit', 'order', 'eat'],
  *start() {
    const sit = yield { name: 'sit', method: 'GET', path: '/sit' };
    if (sit.sentAt !== NOON || sit.receivedAt !== NOON) return 'faulty';
    const order = yield { name: 'order', method: 'GET', path: '/order' };
    if (order.body === 'sold out') return 'faulty';
    yield { name: 'eat', method: 'GET', path: '/eat' };
    return 'correct';
  },
};

async function walk(answer: (path: string) => string, calendarAt?: (realMs: number) => number) {
  const server = createServer(({ url = '' }, response) => response.end(answer(url))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const target = { account: '111111111111', url, signingKey: 'key', ...(calendarAt && { calendarAt }) };
    const steps = await walkJourney(lunch, bands, target, 7);
    return steps.map(({ name, class: found, latencyMs }) => [name, found, typeof latencyMs]);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
const atNoon = (): number => NOON;

test('every step is told, on the event’s calendar', async () => {
  expect(await walk(() => 'here you are', atNoon)).toEqual([
    ['sit', 'fast', 'number'],
    ['order', 'fast', 'number'],
    ['eat', 'fast', 'number'],
  ]);
});

test('the journey ends at its first step that went wrong', async () => {
  expect(await walk(() => 'sold out', atNoon)).toEqual([
    ['sit', 'fast', 'number'],
    ['order', 'faulty', 'number'],
  ]);
});

test('where nothing else is said, the calendar is the real one', async () => {
  expect(await walk(() => 'here you are')).toEqual([['sit', 'faulty', 'number']]);
});
