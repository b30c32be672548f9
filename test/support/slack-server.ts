import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the channel shows it. */
export interface SlackMessage {
  readonly ts: string;
  text: string;
  readonly thread: string | undefined;
  /** Everything that the message said before it was changed. */
  readonly before: string[];
  readonly reactions: Map<string, Set<string>>;
}

/** A local server that speaks what a bot needs of Slack's Web API. https://docs.slack.dev/reference/methods */
export interface SlackServer {
  readonly url: string;
  readonly messages: readonly SlackMessage[];
  /** Calls of methods, in their order. */
  readonly calls: readonly string[];
  /** The newest `Authorization` header. */
  readonly authorization: () => string | undefined;
  /** What every call is answered from now on: as usual, an error, or nothing at all. */
  mood: 'up' | 'ratelimited' | 'internal_error' | 'hangs up';
  /** The bot's own user; Slack does not tell one that is undefined. */
  bot: string | undefined;
  /** Called for each new message, so that people can react at once. */
  onPost: (message: SlackMessage) => void;
  close(): Promise<void>;
}

const BOT = 'UBOT';

export async function openSlack(): Promise<SlackServer> {
  const messages: SlackMessage[] = [];
  const calls: string[] = [];
  let authorization: string | undefined;
  const slack: Omit<SlackServer, 'url' | 'close'> = {
    messages,
    calls,
    authorization: () => authorization,
    mood: 'up',
    bot: BOT,
    onPost: () => undefined,
  };
  const find = (ts: string | null): SlackMessage | undefined => messages.find((message) => message.ts === ts);
  const methods: Record<string, (given: URLSearchParams) => object> = {
    'auth.test': () => ({ ok: true, user_id: slack.bot }),
    'chat.postMessage': (given) => {
      const message: SlackMessage = {
        ts: `1700000000.${String(messages.length + 1).padStart(6, '0')}`,
        text: given.get('text') ?? '',
        thread: given.get('thread_ts') ?? undefined,
        before: [],
        reactions: new Map(),
      };
      messages.push(message);
      slack.onPost(message);
      return { ok: true, channel: given.get('channel'), ts: message.ts };
    },
    'chat.update': (given) => {
      const message = find(given.get('ts'));
      if (message === undefined) return { ok: false, error: 'message_not_found' };
      message.before.push(message.text);
      message.text = given.get('text') ?? '';
      return { ok: true, ts: message.ts };
    },
    'reactions.add': (given) => {
      const message = find(given.get('timestamp'));
      const name = given.get('name') ?? '';
      if (message === undefined) return { ok: false, error: 'message_not_found' };
      if (message.reactions.get(name)?.has(BOT) === true) return { ok: false, error: 'already_reacted' };
      react(message, name, BOT);
      return { ok: true };
    },
    'reactions.get': (given) => {
      const message = find(given.get('timestamp'));
      if (message === undefined) return { ok: false, error: 'message_not_found' };
      const reactions = [...message.reactions].map(([name, users]) => ({ name, count: users.size, users: [...users] }));
      return { ok: true, type: 'message', message: { ts: message.ts, ...(reactions.length > 0 ? { reactions } : {}) } };
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = (request.url ?? '').replace(/^\/api\//, '');
    calls.push(method);
    authorization = request.headers.authorization;
    if (slack.mood === 'hangs up') return void response.destroy();
    if (slack.mood === 'ratelimited') return void response.writeHead(429, { 'retry-after': '60' }).end();
    const act = methods[method];
    const body =
      slack.mood === 'internal_error'
        ? { ok: false, error: 'internal_error' }
        : (act?.(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) ?? {
            ok: false,
            error: 'unknown_method',
          });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(slack, {
    url: `http://127.0.0.1:${port}/api/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** Somebody clicks on a reaction. */
export function react(message: SlackMessage, name: string, user: string): void {
  const users = message.reactions.get(name) ?? new Set();
  message.reactions.set(name, users.add(user));
}
