import { readFileSync } from 'node:fs';
import { GameDayError } from '../core/errors';
import type { ChatPlace } from '../core/informed/informed';
import type { Io } from '../core/io';
import type { Chat } from './chat';
import { SlackChat } from './slack';
import { TerminalChat } from './terminal';
import { WebhookChat } from './webhook';

/** Where the secrets of a chat stand, and where Slack's Web API is when it is not Slack's own. */
export type ChatEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The chat of an event file. Slack's token and a webhook's address are secrets: they come from `SLACK_BOT_TOKEN` and `GAMEDAY_WEBHOOK`, or
 * from the files that `SLACK_BOT_TOKEN_FILE` and `GAMEDAY_WEBHOOK_FILE` name. `SLACK_API_URL` is another place of the Web API. Throws
 * `SecretUnusable`.
 */
export function openChat(place: ChatPlace, environment: ChatEnvironment, io: Pick<Io, 'notify'>): Chat {
  switch (place.kind) {
    case 'terminal':
      return new TerminalChat(io);
    case 'webhook':
      return new WebhookChat(safeAddress('GAMEDAY_WEBHOOK', secret('GAMEDAY_WEBHOOK', environment)));
    case 'slack': {
      const url = environment['SLACK_API_URL'];
      return new SlackChat({
        token: secret('SLACK_BOT_TOKEN', environment),
        channel: place.channel,
        address: url === undefined ? undefined : safeAddress('SLACK_API_URL', url),
      });
    }
  }
}

function secret(name: string, environment: ChatEnvironment): string {
  const file = environment[`${name}_FILE`];
  const value = (environment[name] ?? (file === undefined ? undefined : contentOf(name, file)))?.trim();
  if (value !== undefined && value !== '') return value;
  throw new GameDayError(
    'SecretUnusable',
    `The chat of the event file needs ${name}.`,
    `Set ${name}, or ${name}_FILE to a file that holds it.`,
  );
}

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new GameDayError('SecretUnusable', `${name}_FILE cannot be read.`, 'Name a file that you may read.', {
      cause,
    });
  }
}

/** Secrets go over TLS, or stay on this machine. */
function safeAddress(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost' || url?.hostname === '[::1]';
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return text;
  throw new GameDayError('SecretUnusable', `${name} is no address that a secret may be sent to.`, 'Write https://….');
}
