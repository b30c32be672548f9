import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import type { AppAnswer } from '../../../lib/arena/application';
import { json, page } from './answers';
import type { AppContext } from './catalogue';
import { dynamoTable } from './dynamo-table';
import { hmac } from './logic';
import { memoryTable } from './table';
import { bookingsTier, busy, catalogueTier, failed, storefrontTier, type Tier } from './tiers';
import { legacyWork, type Work } from './work';

/** Requests in flight beyond which a process refuses; `application.ts` says the same. */
const maxInFlight = 128;
const largestBody = 64 * 1024;
/** The storefront gives up on the catalogue before its own customers give up on it (3 s). */
const catalogueTimeoutMs = 2500;

/** Environment of a process: `TIER`, `ACCOUNT`, `SIGNING_KEY`; storefront: `CATALOGUE_URL`; bookings: `TABLE` (none: in memory). */
export type AppEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Starts one tier. Port 0 takes a free one. @throws Error when the environment names no tier or lacks a value
 *
 * @param work tests leave the legacy work out
 */
export async function startApp(
  env: AppEnvironment,
  port: number,
  work: Work = legacyWork,
): Promise<{ readonly url: string; close(): void }> {
  const server = serve(tierOf(env, work));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function tierOf(env: AppEnvironment, work: Work): Tier {
  const need = (name: string) => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  const team = { account: need('ACCOUNT'), signingKey: need('SIGNING_KEY') };
  const context: AppContext = { team, hmac, work };
  const tier = need('TIER');
  switch (tier) {
    case 'storefront': {
      const sessionMemoryMib = Number(
        env['SESSION_MEMORY_MIB'] ?? ((totalmem() / 2 ** 20) * 0.75) / Number(env['WORKERS'] ?? 1),
      );
      return storefrontTier(context, catalogueAt(need('CATALOGUE_URL')), sessionMemoryMib);
    }
    case 'catalogue':
      return catalogueTier(context);
    case 'bookings': {
      const table = env['TABLE'];
      return bookingsTier(context, table === undefined ? memoryTable() : dynamoTable(table));
    }
    default:
      throw new Error(`there is no tier ${tier}`);
  }
}

const catalogueAt =
  (url: string) =>
  async (path: string): Promise<AppAnswer> => {
    try {
      const answer = await fetch(url + path, { signal: AbortSignal.timeout(catalogueTimeoutMs) });
      return { status: answer.status, headers: {}, body: await answer.text() };
    } catch {
      return json(502, { error: 'the catalogue does not answer' });
    }
  };

function serve(tier: Tier): Server {
  let inFlight = 0;
  const answerTo = async (request: IncomingMessage): Promise<AppAnswer> => {
    const path = request.url ?? '/';
    if (path === '/static/ok') return page(200, 'ok');
    if (inFlight >= maxInFlight) return busy();
    inFlight++;
    try {
      const body = await bodyOf(request);
      if (path !== '/health') return await tier.answer({ method: request.method ?? 'GET', path, body }, Date.now());
      await tier.healthy();
      return page(200, 'ok');
    } catch {
      // Whatever broke, one customer's request must not take the process down.
      return failed();
    } finally {
      inFlight--;
    }
  };
  return createServer((request, response) => {
    void answerTo(request).then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body));
  });
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

if (require.main === module) {
  const workers = Number(process.env['WORKERS'] ?? '1');
  // One process per vCPU shares the port; a worker that dies takes them all down, and systemd or ECS starts afresh.
  if (cluster.isPrimary && workers > 1) {
    for (let worker = 0; worker < workers; worker++) cluster.fork();
    cluster.on('exit', () => process.exit(1));
  } else {
    void startApp(process.env, Number(process.env['PORT'] ?? '8080'));
  }
}
