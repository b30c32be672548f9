import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppAnswer, ApplicationLogic, AppRequest } from '../../lib/arena/application';
import type { StepClass } from '../../lib/core/records/records';
import { openLogic } from '../../scenarios/rental-market/app/logic';

/** A team whose application is not what it should be. */
export interface OddTeam {
  readonly id: string;
  readonly rule: string;
  /** Steps of one journey of the rental market (five in all) by class, but for the very first journey. */
  readonly perJourney: Partial<Record<StepClass, number>>;
  /** Answers a request, in whatever way. `undefined`: nothing listens at the team's address. */
  readonly serve?: (exchange: OddExchange) => void;
}
interface OddExchange {
  readonly request: AppRequest;
  readonly response: ServerResponse;
  /** Event instant. */
  readonly at: number;
  /** The honest application of this team, and of another. */
  readonly honest: ApplicationLogic;
  readonly other: ApplicationLogic;
  /** What this team's server keeps between requests. */
  readonly memory: Map<string, AppAnswer>;
}

const firstFaulty = { faulty: 1, failed: 4 };
const allFailed = { failed: 5 };

/** The good team, and the bad ones that every engine must put in the right class. */
export const oddTeams: readonly OddTeam[] = [
  {
    id: 'good',
    rule: 'a team that answers right is served fast',
    perJourney: { fast: 5 },
    serve: ({ request, response, at, honest }) => send(response, honest.answer(request, at)),
  },
  { id: 'hangs', rule: 'a team that never answers has failed', perJourney: allFailed, serve: () => undefined },
  { id: 'refuses', rule: 'a team that refuses connections has failed', perJourney: allFailed },
  {
    id: 'resets',
    rule: 'a team that resets connections has failed',
    perJourney: allFailed,
    serve: ({ response }) => void response.socket?.resetAndDestroy(),
  },
  {
    id: 'rubbish',
    rule: 'status 200 with rubbish is faulty',
    perJourney: firstFaulty,
    serve: ({ response }) => send(response, { status: 200, headers: {}, body: '<h1>We are fine</h1>' }),
  },
  {
    id: 'stranger',
    rule: "another team's answers are faulty",
    perJourney: firstFaulty,
    serve: ({ request, response, at, other }) => send(response, other.answer(request, at)),
  },
  {
    id: 'replays',
    rule: 'a receipt replayed is faulty',
    perJourney: { fast: 3, faulty: 1, failed: 1 },
    serve: ({ request, response, at, honest, memory }) => {
      const answer = honest.answer(request, at);
      if (request.method !== 'POST') return send(response, answer);
      memory.set('receipt', memory.get('receipt') ?? answer);
      return send(response, memory.get('receipt') ?? answer);
    },
  },
  {
    id: 'stale',
    rule: 'a price ten minutes old is faulty',
    perJourney: firstFaulty,
    serve: ({ request, response, at, honest }) => send(response, honest.answer(request, at - 600_000)),
  },
  {
    id: 'drips',
    rule: 'a drip of one byte a second has failed: the answer is not complete in time',
    perJourney: allFailed,
    serve: ({ request, response, at, honest }) => drip(response, honest.answer(request, at)),
  },
  {
    id: 'pleads',
    rule: 'a team that answers with the words of an engine out of sockets has failed',
    perJourney: allFailed,
    serve: ({ response }) => void response.socket?.end('HTTP/1.1 200 OK\r\ntoo many open files\r\n\r\n'),
  },
  {
    id: 'unwell',
    rule: 'status 503 has failed',
    perJourney: allFailed,
    serve: ({ response }) => send(response, { status: 503, headers: {}, body: '' }),
  },
  {
    id: 'redirects',
    rule: 'a redirect is not followed, and faulty',
    perJourney: firstFaulty,
    serve: ({ response }) => send(response, { status: 302, headers: { location: '/elsewhere' }, body: '' }),
  },
  {
    id: 'forgets',
    rule: 'a booking that cannot be read back is faulty',
    perJourney: { fast: 4, faulty: 1 },
    serve: ({ request, response, at, honest }) =>
      send(
        response,
        request.path.startsWith('/bookings/') ? { status: 404, headers: {}, body: '{}' } : honest.answer(request, at),
      ),
  },
  {
    id: 'bloats',
    rule: 'an answer longer than 1 MiB is faulty',
    perJourney: firstFaulty,
    serve: ({ response }) => send(response, { status: 200, headers: {}, body: 'x'.repeat(1024 * 1024 + 1) }),
  },
];

/** A team's own values, as the engine knows them. */
export const credentialsOf = (id: string) => ({ account: id.padEnd(12, '0').slice(0, 12), signingKey: `key of ${id}` });

/** Servers under way. */
export interface OddServers {
  readonly urls: ReadonlyMap<string, string>;
  /** Requests that each team was sent. */
  readonly received: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Starts a server for each team on a free port of loopback. @param eventNow the event's calendar, ms */
export async function openOddTeams(teams: readonly OddTeam[], eventNow: () => number): Promise<OddServers> {
  const received = new Map<string, number>();
  const opened = await Promise.all(
    teams.map(async (team) => {
      const server = createServer(listenerOf(team, eventNow, received));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      if (team.serve === undefined) await closeNow(server);
      return { id: team.id, url, server };
    }),
  );
  return {
    urls: new Map(opened.map(({ id, url }) => [id, url])),
    received,
    close: async () => {
      await Promise.all(opened.map(({ server }) => closeNow(server)));
    },
  };
}

function listenerOf(team: OddTeam, eventNow: () => number, received: Map<string, number>) {
  const honest = openLogic(credentialsOf(team.id));
  const other = openLogic(credentialsOf('other'));
  const memory = new Map<string, AppAnswer>();
  return (incoming: IncomingMessage, response: ServerResponse) => {
    received.set(team.id, (received.get(team.id) ?? 0) + 1);
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        body: Buffer.concat(chunks).toString(),
      };
      team.serve?.({ request, response, at: eventNow(), honest, other, memory });
    });
  };
}

function send(response: ServerResponse, { status, headers, body }: AppAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Headers at once, then a byte a second. */
function drip(response: ServerResponse, { status, headers, body }: AppAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  let sent = 0;
  const next = () => void response.write(body.slice(sent, ++sent));
  next();
  const timer = setInterval(next, 1000);
  response.on('close', () => clearInterval(timer));
}

async function closeNow(server: Server): Promise<void> {
  // One that refuses is closed already.
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
