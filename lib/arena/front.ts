import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApplicationLogic, AppRequest } from './application';
import { balancerPage } from './balancing/balancer-page';
import type { Outcome, World } from './world';

export interface FrontOptions {
  readonly world: World;
  readonly logic: ApplicationLogic;
  /** Event instant of now, in seconds. */
  eventSeconds(): number;
  /** Moves the world to now. Whoever owns the worlds also does so every few milliseconds: an answer is known no sooner. */
  move(): void;
  /** An event instant on the event's calendar, ms since the epoch. */
  calendarAt(eventSeconds: number): number;
  /** @default any free port */
  readonly port?: number;
}

/** One team's address. */
export interface Front {
  /** Without a trailing slash. */
  readonly url: string;
  /** Cuts every connection; nothing is answered any more. */
  close(): Promise<void>;
}

/** What journeys send is far smaller. */
const longestBodyBytes = 64 * 1024;

/**
 * Opens a team's address on loopback. Every real request takes its chances in the team's world and waits there, in real
 * milliseconds, as long as it would have. Rejects as `listen` does when the port is taken.
 */
export async function openFront(options: FrontOptions): Promise<Front> {
  const answers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => take(options, answers, request, response));
  // Idle connections stay longer than any client keeps them, so that none is closed under a request; a request may take for ever.
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server, answers),
  };
}

function take(
  options: FrontOptions,
  answers: Set<NodeJS.Timeout>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const arrivedAt = performance.now();
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > longestBodyBytes) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    const { method = 'GET', url: path = '/' } = request;
    const body = Buffer.concat(chunks).toString('utf8');
    const at = options.eventSeconds();
    options.move();
    options.world.request({ method, path }, at, (outcome) => {
      if ('lost' in outcome) {
        // Whoever is never answered is left waiting until he leaves.
        if (outcome.lost === 'refused') response.destroy();
        return;
      }
      // Nobody is there any more; a timer would only keep the process from ending.
      if (response.destroyed) return;
      const answer = setTimeout(
        () => {
          answers.delete(answer);
          say(response, answerOf(options, { method, path, body }, outcome, at));
        },
        Math.max(0, outcome.latencyMs - (performance.now() - arrivedAt)),
      );
      answers.add(answer);
    });
  });
}

/** The application speaks for itself when it was served; otherwise the load balancer does. */
function answerOf(
  options: FrontOptions,
  request: AppRequest,
  { status, servedBy, stale }: Exclude<Outcome, { lost: string }>,
  at: number,
) {
  return status === 200 && servedBy !== undefined
    ? options.logic.answer(request, options.calendarAt(at), stale)
    : balancerPage(status);
}

function say(response: ServerResponse, { status, headers, body }: ReturnType<typeof balancerPage>): void {
  response.writeHead(status, headers).end(body);
}

async function close(server: Server, answers: ReadonlySet<NodeJS.Timeout>): Promise<void> {
  for (const answer of answers) clearTimeout(answer);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
