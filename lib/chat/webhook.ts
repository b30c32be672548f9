import type { Chat, ChatText } from './chat';

/** A chat that is down must not keep anybody waiting, ms. */
const TIMEOUT_MS = 5000;

/** A program that takes messages as JSON: `text` for chats that know nothing else, and the same in parts. It hears no reactions. */
export class WebhookChat implements Chat {
  private posted = 0;

  /** @param address whoever knows it may post, so that it stands in no message */
  constructor(private readonly address: string) {}

  async post({ title, lines }: ChatText, thread?: string): Promise<string> {
    const body = {
      text: [title, ...lines].map(unmarked).join('\n'),
      title,
      lines,
      ...(thread === undefined ? {} : { thread }),
    };
    const ref = `webhook-${(this.posted += 1)}`;
    await this.send({ ...body, ref });
    return ref;
  }

  update(): Promise<void> {
    return Promise.resolve();
  }

  offer(): Promise<void> {
    return Promise.resolve();
  }

  reactions(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  private async send(body: object): Promise<void> {
    const answer = await fetch(this.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // What is posted is meant for this address and no other.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    if (answer === undefined) throw new Error('Webhook: unreachable');
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`Webhook: answered ${answer.status}`);
  }
}

/**
 * Words that mention nobody and hide no address, whatever chat reads them: names after @ and what stands in angle brackets are markup in
 * most. https://docs.slack.dev/messaging/formatting-message-text https://developers.google.com/workspace/chat/format-messages
 */
const unmarked = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('@', '@\u200B');
