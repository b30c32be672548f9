import { errors, Pool, type Dispatcher } from 'undici';
import { bodyLimitBytes, requestHeaders } from '../customer';
import type { StepRequest } from '../journey';

/** What came of a request. */
export type TeamReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly receivedMs: number }
  | { readonly kind: 'oversized' | 'timeout' | 'broken'; readonly receivedMs: number };
/** Or our own failure: no sockets left. Instants are real. */
type Reply = TeamReply | { readonly kind: 'engine' };

/**
 * Errors of a machine that has run out of something. Not those that a team can cause: an address that cannot be reached from here
 * (EADDRNOTAVAIL), a name whose servers are silent (EAI_AGAIN).
 */
const ownErrors = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/**
 * Connections to one team and to nobody else, as many as there are requests in flight, so that a team that hangs keeps nobody waiting.
 *
 * A connection is reused while it is idle for less than 4 s (undici's default) or what the server says. A GET whose
 * reused connection the server closed without a byte of an answer is sent once more within the same timeout, as browsers and Go do; a POST
 * never is, because it may have been acted on.
 */
export class TeamClient {
  readonly #pool: Pool;
  readonly #basePath: string;

  /** @param nowMs the real clock, with fractions of ms */
  constructor(
    url: string,
    private readonly timeoutMs: number,
    private readonly nowMs: () => number,
  ) {
    const { origin, pathname } = new URL(url);
    this.#basePath = pathname.replace(/\/$/, '');
    // The deadline of `send` covers headers and body; undici's own timers are only a second coarse.
    this.#pool = new Pool(origin, { connectTimeout: timeoutMs, headersTimeout: 0, bodyTimeout: 0 });
  }

  /** Sends a request once; settles at the latest when the timeout is over, and never rejects. */
  send(request: StepRequest): Promise<Reply> {
    return new Promise((resolve) => {
      const exchange = new ReplyReader(
        this.nowMs,
        (reply) => {
          clearTimeout(deadline);
          resolve(reply);
        },
        request.method === 'GET' ? () => this.#dispatch(request, exchange) : undefined,
      );
      // After a stall of our own, timers run before sockets are read: an answer that is already here must not time out.
      const deadline = setTimeout(() => setImmediate(() => exchange.giveUp('timeout')), this.timeoutMs);
      this.#dispatch(request, exchange);
    });
  }

  /** Cuts all connections. */
  async destroy(): Promise<void> {
    await this.#pool.destroy();
  }

  #dispatch(request: StepRequest, handler: Dispatcher.DispatchHandler): void {
    this.#pool.dispatch(
      {
        path: this.#basePath + request.path,
        method: request.method,
        headers: requestHeaders(request),
        body: request.body ?? null,
      },
      handler,
    );
  }
}

/** Reads one answer whole; settles once. */
class ReplyReader implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #length = 0;
  readonly #chunks: Buffer[] = [];
  #settled = false;

  constructor(
    private readonly nowMs: () => number,
    private readonly resolve: (reply: Reply) => void,
    private again: (() => void) | undefined,
  ) {}

  /** Ends the wait and cuts the connection. */
  giveUp(kind: 'timeout' | 'oversized'): void {
    this.#settle({ kind, receivedMs: this.nowMs() });
    this.#controller?.abort(new errors.RequestAbortedError());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) controller.abort(new errors.RequestAbortedError());
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > bodyLimitBytes) this.giveUp('oversized');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = Buffer.concat(this.#chunks).toString('utf8');
    this.#settle({ kind: 'answer', status: this.#status, body, receivedMs: this.nowMs() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const { again } = this;
    this.again = undefined;
    if (again !== undefined && !this.#settled && this.#status === 0 && closedWhileIdle(error)) again();
    else this.#settle(ownErrors.has(codeOf(error)) ? { kind: 'engine' } : { kind: 'broken', receivedMs: this.nowMs() });
  }

  #settle(reply: Reply): void {
    if (this.#settled) return;
    this.#settled = true;
    this.resolve(reply);
  }
}

/** The connection had answered before, and was closed by the other side. */
function closedWhileIdle(error: Error): boolean {
  return error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > 0;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
