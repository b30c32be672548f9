import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { impatient } from '../../lib/aws/patience';

describe('how programs call AWS', () => {
  let server: Server;
  let connections: number;
  const serve = async (listener: RequestListener): Promise<void> => {
    connections = 0;
    server = createServer(listener).on('connection', () => (connections += 1));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  };
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = (options: ReturnType<typeof impatient>): S3Client =>
    new S3Client({
      ...options,
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      forcePathStyle: true,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 's' },
      maxAttempts: 1,
    });
  const read = async (from: S3Client): Promise<string | undefined> => {
    const { Body } = await from.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'key' }));
    return Body?.transformToString();
  };

  test('a service that takes a call and never answers is given up', async () => {
    await serve(() => undefined);
    await expect(read(client(impatient(50)))).rejects.toThrow('inactivity');
  });

  test('a service that falls silent in the middle of its answer is given up', async () => {
    await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{');
    });
    await expect(read(client(impatient(50)))).rejects.toThrow('inactivity');
  });

  test('clients of many accounts share their connections', async () => {
    await serve((_request, response) => response.end('{}'));
    const options = impatient(5000);
    for (let account = 0; account < 20; account += 1) await read(client(options));
    expect(connections).toBe(1);
  });
});
