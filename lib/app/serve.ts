import cluster from 'node:cluster';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppAnswer } from '../arena/application';
import { busy, failed, page } from './answers';
import type { Program } from './program';

/** Requests in flight beyond which a process refuses; the models of the scenarios say the same (`maxInFlight`). */
const maxInFlight = 128;
const largestBody = 64 * 1024;

/** Serves a program over HTTP until it is closed. `/static/ok` answers whatever happens, `/health` when the program is. @param port 0 for a free one */
export async function serve(program: Program, port: number): Promise<{ readonly url: string; close(): void }> {
  let inFlight = 0;
  const answerTo = async (request: IncomingMessage): Promise<AppAnswer> => {
    const path = request.url ?? '/';
    if (path === '/static/ok') return page(200, 'ok');
    if (inFlight >= maxInFlight) return busy();
    inFlight++;
    try {
      const body = await bodyOf(request);
      if (path !== '/health') return await program.answer({ method: request.method ?? 'GET', path, body }, Date.now());
      await program.healthy();
      return page(200, 'ok');
    } catch {
      // Whatever broke, one customer's request must not take the process down.
      return failed();
    } finally {
      inFlight--;
    }
  };
  const server = createServer((request, response) => {
    void answerTo(request).then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBody) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Runs a program for good, on `PORT` (8080), in `WORKERS` processes (1) that share it: one for each vCPU. */
export function serveForGood(program: () => Program): void {
  const workers = Number(process.env['WORKERS'] ?? '1');
  if (!cluster.isPrimary || workers <= 1) {
    void serve(program(), Number(process.env['PORT'] ?? '8080'));
    return;
  }
  for (let worker = 0; worker < workers; worker++) cluster.fork();
  // A worker that dies takes them all down, and systemd or ECS starts afresh.
  cluster.on('exit', () => process.exit(1));
}
