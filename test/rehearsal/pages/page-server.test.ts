import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { servePages, type PageServer } from '../../../lib/rehearsal/pages/page-server';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let parent: string;
let server: PageServer;
let scoreboard = '{"version":1}';
let failing = false;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(parent, 'built/assets'), { recursive: true });
  await writeFile(join(parent, 'built/index.html'), '<!doctype html><title>board</title>');
  await writeFile(join(parent, 'built/assets/board-a1b2.js'), 'console.log(1);'.repeat(100));
  await writeFile(join(parent, 'secret.txt'), 'secret');
  server = await servePages({
    folder: join(parent, 'built'),
    port: 0,
    scoreboard: () => {
      if (failing) throw new Error('a secret of the server');
      return scoreboard;
    },
    api: ({ method, url }) =>
      new Response(`${method} ${new URL(url).pathname}`, { headers: { 'Content-Security-Policy': 'its own' } }),
  });
});
afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true, force: true });
});

/** Sends the path as it is: `fetch` would tidy it up first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end();
  });
}

test('the board is the page at the root, asked for anew each time', async () => {
  const { status, headers, body } = await get('/');
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  expect(body.toString()).toContain('<title>board</title>');
});

test('files named after their content are kept for ever', async () => {
  const { headers } = await get('/assets/board-a1b2.js');
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test('the scoreboard is what it is now, and travels once: unchanged it is a 304 without a body', async () => {
  scoreboard = '{"version":1,"rounds":1}';
  const first = await get('/scoreboard.json');
  expect(first.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-cache',
  });
  expect(first.body.toString()).toBe(scoreboard);
  const known = { 'If-None-Match': first.headers.etag ?? '' };

  const again = await get('/scoreboard.json', known);
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
  expect(again.headers.date).toBeDefined();

  scoreboard = '{"version":1,"rounds":2}';
  const changed = await get('/scoreboard.json', known);
  expect([changed.status, changed.body.toString()]).toEqual([200, scoreboard]);
});

test.each([
  ['gzip, deflate, br', true],
  ['br;q=1, gzip;q=0.5', true],
  ['gzip;q=0', false],
  ['identity', false],
  [undefined, false],
])('a client that accepts %s is sent gzip: %s', async (accepts, zipped) => {
  const { headers, body } = await get(
    '/assets/board-a1b2.js',
    accepts === undefined ? {} : { 'Accept-Encoding': accepts },
  );
  expect(headers['content-encoding']).toBe(zipped ? 'gzip' : undefined);
  expect(headers.vary).toBe('Accept-Encoding');
  expect((zipped ? gunzipSync(body) : body).toString()).toBe('console.log(1);'.repeat(100));
});

test('the scoreboard leads to earlier ones where there is an API to ask, and nowhere else', async () => {
  const linkOf = async (api?: (request: Request) => Response): Promise<string | null> => {
    const folder = join(parent, 'built');
    const own = await servePages({ folder, port: 0, scoreboard: () => '{}', ...(api === undefined ? {} : { api }) });
    const { headers } = await fetch(`${own.url}scoreboard.json`);
    await own.close();
    return headers.get('Link');
  };
  expect(await linkOf(() => new Response())).toBe('<api/scoreboard>; rel="archives"');
  expect(await linkOf()).toBeNull();
});

test('a HEAD is answered as a GET without the body', async () => {
  const { status, headers, body } = await get('/scoreboard.json', {}, 'HEAD');
  expect([status, body.length, headers['content-type']]).toEqual([200, 0, 'application/json; charset=utf-8']);
});

test.each([
  '/nowhere',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '//secret.txt',
  '/%zz',
])('%s is not found', async (path) => {
  const { status, body } = await get(path);
  expect(status).toBe(404);
  expect(body.toString()).not.toContain('secret');
});

test('a server in trouble says so and no more', async () => {
  const good = scoreboard;
  failing = true;
  const { status, body, headers } = await get('/scoreboard.json');
  failing = false;
  expect([status, body.toString()]).toEqual([500, 'The server could not answer.']);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect((await get('/scoreboard.json')).body.toString()).toBe(good);
});

test('nothing can be changed over HTTP', async () => {
  expect((await get('/scoreboard.json', {}, 'POST')).status).toBe(404);
});

test.each(['/', '/scoreboard.json', '/nowhere'])('%s carries the policies that keep strangers out', async (path) => {
  const { headers } = await get(path);
  expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});

test.each(['GET', 'POST', 'DELETE'])(
  'what is below /api/ is the API’s to answer, with its own policy (%s)',
  async (method) => {
    const { body, headers } = await get('/api/anything?x=1', {}, method);
    expect(body.toString()).toBe(`${method} /api/anything`);
    expect(headers['content-security-policy']).toBe('its own');
  },
);

test('a port in use is named, with the way out', async () => {
  await expect(
    servePages({ folder: join(parent, 'built'), port: server.port, scoreboard: () => '' }),
  ).rejects.toMatchObject({
    code: 'PortInUse',
    message: expect.stringContaining(String(server.port)) as string,
    hint: expect.stringContaining('--port 0') as string,
  });
});

test('a port that does not exist is a bad option', async () => {
  await expect(servePages({ folder: join(parent, 'built'), port: 70_000, scoreboard: () => '' })).rejects.toMatchObject(
    {
      code: 'BadOption',
    },
  );
});

test('closing waits for no client that has gone quiet, and frees the port', async () => {
  const own = await servePages({ folder: join(parent, 'built'), port: 0, scoreboard: () => '{}' });
  const quiet = connect(own.port, '127.0.0.1').on('error', () => undefined);
  await new Promise((resolve) => quiet.once('connect', resolve));
  quiet.write('GET / HTTP/1.1\r\n');
  await own.close();
  quiet.destroy();
  const next = await servePages({ folder: join(parent, 'built'), port: own.port, scoreboard: () => '{}' });
  expect(next.port).toBe(own.port);
  await next.close();
});
