import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { openFront, type Front } from '../../lib/arena/front';
import { World } from '../../lib/arena/world';
import type { Architecture } from '../../lib/architecture/architecture';
import { fixed, listener } from './balancing/parts';
import { aMailOrder, aQueue } from './data/mail-order';
import { anApplication, anArchitecture, theEdge, webInstances } from './tiny';

const open: { front: Front; ticking: NodeJS.Timeout }[] = [];
afterEach(async () => {
  for (const { front, ticking } of open.splice(0)) {
    clearInterval(ticking);
    await front.close();
  }
});

async function aFront(
  architecture: Architecture,
  { cpuMs = 20, speed = 1, application = anApplication({ cpuMs }) } = {},
): Promise<Front> {
  const world = new World({ application, architecture, seed: 1, variation: 'fixed' });
  const startedAt = performance.now();
  const eventSeconds = () => ((performance.now() - startedAt) / 1000) * speed;
  const move = () => world.advance(eventSeconds());
  const logic = application.open({ account: '111111111111', signingKey: 'key' });
  const front = await openFront({ world, logic, move, eventSeconds, calendarAt: (seconds) => seconds * 1000 });
  open.push({ front, ticking: setInterval(move, 2) });
  return front;
}

/** Sends a request and reads the answer whole. */
async function fetched(url: string, timeoutMs = 5000) {
  const sentAt = performance.now();
  const sent = request(url, { agent: false, signal: AbortSignal.timeout(timeoutMs) });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const body = (await answer.toArray()).join('');
  return { status: answer.statusCode, server: answer.headers.server, body, ms: performance.now() - sentAt };
}

test('the application itself speaks when it was served', async () => {
  const front = await aFront(anArchitecture(webInstances(1)));
  expect(await fetched(`${front.url}/page`)).toMatchObject({ status: 200, body: 'this is /page' });
  expect(await fetched(`${front.url}/nowhere`)).toMatchObject({ status: 404, body: 'this is /nowhere' });
});

test('the load balancer speaks when nobody serves', async () => {
  const front = await aFront(anArchitecture(theEdge()));
  const { status, server, body } = await fetched(`${front.url}/page`);
  expect([status, server]).toEqual([503, 'awselb/2.0']);
  expect(body).toContain('503 Service Unavailable');
});

test('and also when it answers 200 by itself: a static page is never the application’s', async () => {
  const front = await aFront(anArchitecture(webInstances(1), listener(fixed(200))));
  const { status, server, body } = await fetched(`${front.url}/page`);
  expect([status, server]).toEqual([200, 'awselb/2.0']);
  expect(body).not.toContain('this is');
});

test.each([1, 60])('an answer takes its simulated time in real milliseconds, at speed %i', async (speed) => {
  const front = await aFront(anArchitecture(webInstances(1)), { cpuMs: 180, speed });
  await fetched(`${front.url}/ok`);
  const { ms } = await fetched(`${front.url}/page`);
  expect(ms).toBeGreaterThan(199);
});

test('a request that is never answered is held until the client leaves', async () => {
  const deaf = webInstances(1, { SecurityGroupIds: [] });
  const front = await aFront(anArchitecture(deaf), { speed: 60 });
  await expect(fetched(`${front.url}/page`, 300)).rejects.toThrow(/abort/);
});

test('without a load balancer the connection ends', async () => {
  const front = await aFront(anArchitecture({}));
  await expect(fetched(`${front.url}/page`)).rejects.toThrow(/socket hang up/);
});

test('an answer that lacks work which is still in a queue says so', async () => {
  const application = aMailOrder({ staleAfterSeconds: 30 });
  // Nobody packs; a minute passes in each second.
  const front = await aFront(anArchitecture(webInstances(1), aQueue()), { speed: 60, application });
  const status = () => fetched(`${front.url}/status`);
  await fetched(`${front.url}/order`);
  expect(await status()).toMatchObject({ status: 200, body: 'this is /status' });
  let answer = await status();
  for (let tries = 0; answer.body === 'this is /status' && tries < 2000; tries++) answer = await status();
  expect(answer).toMatchObject({ status: 200, body: 'packed: not yet' });
});

test('closing cuts those who still wait', async () => {
  const front = await aFront(anArchitecture(webInstances(1)), { cpuMs: 2500 });
  const waiting = fetched(`${front.url}/page`);
  const cut = expect(waiting).rejects.toThrow();
  await fetched(`${front.url}/ok`);
  await front.close();
  await cut;
});

test('a port that is taken is refused', async () => {
  const { url } = await aFront(anArchitecture(webInstances(1)));
  const application = anApplication();
  const world = new World({ application, architecture: anArchitecture(theEdge()), seed: 1 });
  const options = { world, logic: application.open({ account: '', signingKey: '' }), move: () => undefined };
  const clock = { eventSeconds: () => 0, calendarAt: () => 0 };
  await expect(openFront({ ...options, ...clock, port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
});
