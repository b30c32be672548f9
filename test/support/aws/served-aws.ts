import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeAws, SdkRequest } from './fake-aws';

/** A fake AWS for programs in other processes. */
interface ServedAws {
  /** What makes the SDK of another process call it, with the organizer's credentials. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Serves a fake AWS over HTTP on a free port of the loopback. Where it throws, the connection breaks. */
export async function serveAws(aws: FakeAws): Promise<ServedAws> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      try {
        const { status, type, body } = aws.answer(asSent(request, Buffer.concat(chunks)));
        response.writeHead(status, { 'content-type': type }).end(body);
      } catch {
        request.socket.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIAORGANIZER',
      AWS_SECRET_ACCESS_KEY: 'secret',
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** To an address without a name the SDK writes S3's bucket into the path, not into the host. */
function asSent({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): SdkRequest {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const known = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const request = { method, headers: known, query: Object.fromEntries(searchParams), body };
  if (!/\/s3\/aws4_request/.test(known['authorization'] ?? ''))
    return { ...request, hostname: '127.0.0.1', path: pathname };
  const [, bucket = '', ...key] = pathname.split('/');
  return { ...request, hostname: `${bucket}.s3`, path: `/${key.join('/')}` };
}
