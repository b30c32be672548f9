import { WebClient, type Logger } from '@slack/web-api';
import type { Chat, ChatText, Reaction } from './chat';

/** A chat that is down must not keep anybody waiting, ms. */
const TIMEOUT_MS = 5000;

/** Names of the reactions that count, by place. */
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export interface SlackOptions {
  /** Of a bot with the scopes chat:write, reactions:read and reactions:write. */
  readonly token: string;
  /** Id of the channel, which the bot has joined. */
  readonly channel: string;
  /** Where the Web API answers. @default Slack's own */
  readonly address?: string | undefined;
}

/**
 * A channel of Slack. https://docs.slack.dev/reference/methods/chat.postMessage
 *
 * The client's own words and errors are dropped, because they may hold its token; what went wrong is told by Slack's code.
 */
export class SlackChat implements Chat {
  private readonly client: WebClient;
  private readonly channel: string;
  private self: string | undefined;

  constructor({ token, channel, address }: SlackOptions) {
    this.channel = channel;
    this.client = new WebClient(token, {
      ...(address === undefined ? {} : { slackApiUrl: address }),
      allowAbsoluteUrls: false,
      logger: silent,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: TIMEOUT_MS,
    });
  }

  async post(text: ChatText, thread?: string): Promise<string> {
    const { ts } = await this.call('chat.postMessage', {
      ...messageOf(text),
      ...(thread === undefined ? {} : { thread_ts: thread }),
      unfurl_links: false,
      unfurl_media: false,
    });
    if (typeof ts !== 'string') throw new Error('Slack: chat.postMessage answered without ts');
    return ts;
  }

  async update(ref: string, text: ChatText): Promise<void> {
    await this.call('chat.update', { ...messageOf(text), ts: ref });
  }

  async offer(ref: string, places: number): Promise<void> {
    for (const name of numbers.slice(0, places)) {
      await this.call('reactions.add', { timestamp: ref, name }).catch(unlessCode('already_reacted'));
    }
  }

  async reactions(ref: string): Promise<readonly Reaction[]> {
    // The bot's own reactions only show people what to click.
    this.self ??= idOf(await this.call('auth.test', {}));
    const { message } = await this.call('reactions.get', { timestamp: ref, full: true });
    return reactionsOf(message).flatMap(({ name, users }) => {
      const place = numbers.indexOf(name) + 1;
      return place === 0 ? [] : [{ place, people: users.filter((user) => user !== this.self) }];
    });
  }

  private async call(method: string, given: Record<string, unknown>): Promise<Record<string, unknown>> {
    try {
      return { ...(await this.client.apiCall(method, { channel: this.channel, ...given })) };
    } catch (error) {
      throw new SlackError(method, codeOf(error));
    }
  }
}

/** Slack said no, or nothing. */
class SlackError extends Error {
  constructor(
    method: string,
    readonly code: string,
  ) {
    super(`Slack: ${method}: ${code}`);
  }
}

/** Mrkdwn without a way to mention anybody or to hide an address. https://docs.slack.dev/messaging/formatting-message-text#escaping */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const messageOf = ({ title, lines }: ChatText) => ({
  text: [`*${escaped(title).replaceAll('*', '∗')}*`, ...lines.map(escaped)].join('\n'),
  mrkdwn: true,
  parse: 'none',
  link_names: false,
});

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('data' in error && typeof error.data === 'object' && error.data !== null && 'error' in error.data) {
    if (typeof error.data.error === 'string') return error.data.error;
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unreachable';
}

const unlessCode =
  (code: string) =>
  (error: unknown): void => {
    if (!(error instanceof SlackError && error.code === code)) throw error;
  };

function idOf({ user_id: id }: Record<string, unknown>): string {
  if (typeof id === 'string') return id;
  throw new Error('Slack: auth.test answered without user_id');
}

function reactionsOf(message: unknown): { readonly name: string; readonly users: readonly string[] }[] {
  if (typeof message !== 'object' || message === null || !('reactions' in message)) return [];
  if (!Array.isArray(message.reactions)) return [];
  return message.reactions.flatMap((reaction: unknown) => {
    if (typeof reaction !== 'object' || reaction === null) return [];
    if (!('name' in reaction) || !('users' in reaction) || !Array.isArray(reaction.users)) return [];
    const users = reaction.users.filter((user: unknown) => typeof user === 'string');
    return typeof reaction.name === 'string' ? [{ name: reaction.name, users }] : [];
  });
}

const nothing = (): void => undefined;
const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => 'error' as ReturnType<Logger['getLevel']>,
  setName: nothing,
};
