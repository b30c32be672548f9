import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { TeamClient } from '../../load/embedded/team-client';

const get = { name: 'page', method: 'GET', path: '/page' } as const;
const post = { name: 'booking', method: 'POST', path: '/bookings', body: '{}' } as const;
const okAnswer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

describe('the client of a team', () => {
  let server: Server;
  let client: TeamClient;
  /** What the server does with the nth request of all (from 0) and its connection. */
  let onRequest: (socket: Socket, nth: number) => void;
  let requests: string[];
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    requests = [];
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (text) => {
        requests.push(text.toString());
        onRequest(socket, requests.length - 1);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    client = new TeamClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}/team`, 500, () => Date.now());
  });
  afterEach(async () => {
    await client.destroy();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  /** The first request is answered and its connection kept; the second finds that connection closed without a byte. */
  const closesUsedConnection = () => {
    onRequest = (socket, nth) => (nth === 1 ? socket.end() : socket.write(okAnswer));
  };

  test('a GET whose kept connection was closed by the server is sent once more', async () => {
    closesUsedConnection();
    expect(await client.send(get)).toMatchObject({ kind: 'answer', status: 200, body: 'ok' });
    await setImmediate();
    expect(await client.send(get)).toMatchObject({ kind: 'answer', body: 'ok' });
    expect(requests).toHaveLength(3);
  });

  test('a POST is never sent twice: it may have been acted on', async () => {
    closesUsedConnection();
    await client.send(get);
    // A connection is free again a moment after its answer.
    await setImmediate();
    expect(await client.send(post)).toMatchObject({ kind: 'broken' });
    expect(requests).toHaveLength(2);
  });

  test('a GET on a fresh connection that is closed is not sent again', async () => {
    onRequest = (socket) => socket.end();
    expect(await client.send(get)).toMatchObject({ kind: 'broken' });
    expect(requests).toHaveLength(1);
  });

  test('a server that closes every kept connection gets no third chance', async () => {
    onRequest = (socket, nth) => (nth === 0 ? socket.write(okAnswer) : socket.end());
    await client.send(get);
    // A connection is free again a moment after its answer.
    await setImmediate();
    expect(await client.send(get)).toMatchObject({ kind: 'broken' });
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  test('an answer that breaks off is no answer', async () => {
    onRequest = (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf');
    expect(await client.send(get)).toMatchObject({ kind: 'broken' });
  });

  test('what is not HTTP is no answer', async () => {
    onRequest = (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    expect(await client.send(get)).toMatchObject({ kind: 'broken' });
  });

  test('headers without a body time out', async () => {
    onRequest = (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf');
    expect(await client.send(get)).toMatchObject({ kind: 'timeout' });
  });

  test('a hundred hung requests each time out, and have a connection each', async () => {
    onRequest = () => undefined;
    const replies = await Promise.all(Array.from({ length: 100 }, () => client.send(get)));
    expect(replies.filter((reply) => reply.kind === 'timeout')).toHaveLength(100);
    expect(sockets.size).toBeGreaterThanOrEqual(100);
  });

  test('the path of the address comes before the path of the request, and bodies are JSON', async () => {
    onRequest = (socket) => socket.write(okAnswer);
    await client.send(post);
    expect(requests[0]).toMatch(/^POST \/team\/bookings HTTP\/1.1\r\n/);
    expect(requests[0]).toContain('content-type: application/json');
  });
});
