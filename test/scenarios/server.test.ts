import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { journeyHmac as hmac } from '../../load/hmac';
import type { AppEnvironment } from '../../lib/app/program';
import { serve } from '../../lib/app/serve';
import { legacyWork, onceWork } from '../../lib/app/work';
import { programOf } from '../../scenarios/rental-market/app/server';
import { journey } from '../../scenarios/rental-market/journey';
import { blue } from './play';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function start(env: AppEnvironment, work = onceWork): Promise<string> {
  const app = await serve(programOf({ ACCOUNT: blue.account, SIGNING_KEY: blue.signingKey, ...env }, work), 0);
  closing.push(() => app.close());
  return app.url;
}

/** All three tiers; the returned function stands in for the load balancer's rules. */
async function startMarket(bookings: AppEnvironment = {}): Promise<(path: string) => string> {
  const catalogue = await start({ TIER: 'catalogue' });
  const tiers = {
    catalogue,
    storefront: await start({ TIER: 'storefront', CATALOGUE_URL: catalogue }),
    bookings: await start({ TIER: 'bookings', ...bookings }),
  };
  return (path) =>
    tiers[path.startsWith('/catalogue/') ? 'catalogue' : path.startsWith('/bookings') ? 'bookings' : 'storefront'] +
    path;
}

async function visit(locate: (path: string) => string, seed: number) {
  const customer = journey.start({ ...blue, seed, hmac });
  let next = customer.next();
  while (next.done !== true) {
    const { method, path, body = null } = next.value;
    const sentAt = Date.now();
    const answer = await fetch(locate(path), { method, body });
    const text = await answer.text();
    next = customer.next({ status: answer.status, body: text, sentAt, receivedAt: Date.now() });
  }
  return next.value;
}

test('a customer of the real servers is content', async () => {
  const locate = await startMarket();
  for (const seed of [1, 2, 3]) expect(await visit(locate, seed)).toBe('correct');
});

test('the legacy work costs time and changes no answer', async () => {
  const path = '/catalogue/rentals/r-17';
  const [legacy, once] = [await start({ TIER: 'catalogue' }, legacyWork), await start({ TIER: 'catalogue' })];
  const { similar } = (await (await fetch(legacy + path)).json()) as { similar: { id: string }[] };
  const same = (await (await fetch(once + path)).json()) as { similar: { id: string }[] };
  expect(similar.map(({ id }) => id)).toEqual(same.similar.map(({ id }) => id));
});

test('bookings are kept in DynamoDB when a table is named', async () => {
  const table = await startTable();
  const locate = await startMarket({ TABLE: 'bookings' });
  expect(await visit(locate, 4)).toBe('correct');
  expect(table.calls).toEqual(['PutItem', 'GetItem']);
});

test('a table that refuses makes a booking fail with 500, not the process', async () => {
  const table = await startTable();
  table.refuse = true;
  const locate = await startMarket({ TABLE: 'bookings' });
  expect(await visit(locate, 5)).toBe('faulty');
  expect((await fetch(`${locate('/bookings').replace('/bookings', '')}/health`)).status).toBe(200);
});

test('a storefront whose session memory is full hangs, and only the deep health check notices', async () => {
  const catalogue = await start({ TIER: 'catalogue' });
  // Room for two sessions of 170 KiB.
  const url = await start({ TIER: 'storefront', CATALOGUE_URL: catalogue, SESSION_MEMORY_MIB: '0.34' });
  const status = async (path: string) => (await fetch(url + path, { signal: AbortSignal.timeout(700) })).status;
  expect([await status('/'), await status('/health'), await status('/')]).toEqual([200, 200, 200]);
  await expect(status('/')).rejects.toThrow('timeout');
  await expect(status('/health')).rejects.toThrow('timeout');
  expect(await status('/static/ok')).toBe(200);
});

test('a process that holds as many requests as it can refuses more with 503 and still serves files', async () => {
  const url = await start({ TIER: 'storefront', CATALOGUE_URL: 'http://127.0.0.1:9', SESSION_MEMORY_MIB: '0' });
  const leaving = new AbortController();
  const held = Array.from({ length: 128 }, () => fetch(url, { signal: leaving.signal }).catch(() => undefined));
  let refused: Response | undefined;
  while (refused === undefined) {
    refused = await fetch(url, { signal: AbortSignal.timeout(200) }).catch(() => undefined);
  }
  expect(refused.status).toBe(503);
  expect((await fetch(`${url}/static/ok`)).status).toBe(200);
  leaving.abort();
  await Promise.all(held);
});

test('a storefront without its catalogue says 502', async () => {
  const url = await start({ TIER: 'storefront', CATALOGUE_URL: 'http://127.0.0.1:9' });
  expect((await fetch(url)).status).toBe(502);
});

test.each<[string, AppEnvironment, string]>([
  ['without a tier', {}, 'TIER is not set'],
  ['with a tier that does not exist', { TIER: 'basement' }, 'there is no tier basement'],
  ['as a storefront without a catalogue', { TIER: 'storefront' }, 'CATALOGUE_URL is not set'],
  ['without a signing key', { TIER: 'catalogue', SIGNING_KEY: '' }, 'SIGNING_KEY is not set'],
])('a server %s does not start', async (_title, env, message) => {
  await expect(start(env)).rejects.toThrow(message);
});

/** A DynamoDB of one table, as far as the application uses it. */
async function startTable() {
  const items = new Map<string, unknown>();
  const table = { calls: [] as string[], refuse: false };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      table.calls.push(operation);
      const body = JSON.parse(text) as { Item?: { id: { S: string } }; Key?: { id: { S: string } } };
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      if (table.refuse) {
        response
          .writeHead(400)
          .end('{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}');
        return;
      }
      if (body.Item !== undefined) items.set(body.Item.id.S, body.Item);
      response.end(JSON.stringify(body.Key === undefined ? {} : { Item: items.get(body.Key.id.S) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.close(), server.closeAllConnections()));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  return table;
}
