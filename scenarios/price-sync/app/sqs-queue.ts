import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import { setTimeout as delay } from 'node:timers/promises';
import type { HandleMessage, PriceQueue } from './queue';

interface SqsAddress {
  /** Addresses of the queue, and of the one where messages are put aside. */
  readonly url: string;
  readonly aside: string;
}

/** The most that one call gives: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const mostAtOnce = 10;
const longPollSeconds = 20;
const pauseMs = 1000;

/** A queue of SQS. What is not done becomes visible again by itself. */
export class SqsQueue implements PriceQueue {
  private readonly closing = new AbortController();

  constructor(
    private readonly address: SqsAddress,
    private readonly client = new SQSClient({}),
  ) {}

  send(text: string): Promise<void> {
    return this.sendTo(this.address.url, text);
  }

  putAside(text: string): Promise<void> {
    return this.sendTo(this.address.aside, text);
  }

  take(atOnce: number, handle: HandleMessage): void {
    void this.takeForGood(atOnce, handle);
  }

  check(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closing.abort();
    return Promise.resolve();
  }

  private async sendTo(QueueUrl: string, MessageBody: string): Promise<void> {
    await this.client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  }

  private async takeForGood(atOnce: number, handle: HandleMessage): Promise<void> {
    const inHand = new Set<Promise<void>>();
    while (!this.closing.signal.aborted) {
      if (inHand.size >= atOnce) {
        await Promise.race(inHand);
        continue;
      }
      for (const message of await this.receive(Math.min(mostAtOnce, atOnce - inHand.size))) {
        const handled = this.handle(message, handle).finally(() => inHand.delete(handled));
        inHand.add(handled);
      }
    }
  }

  private async receive(MaxNumberOfMessages: number): Promise<readonly Message[]> {
    const { url: QueueUrl } = this.address;
    const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages, WaitTimeSeconds: longPollSeconds });
    try {
      const { Messages = [] } = await this.client.send(command, { abortSignal: this.closing.signal });
      return Messages;
    } catch {
      // Closed, or not to be reached: there is nothing else to do than to try again.
      await delay(pauseMs);
      return [];
    }
  }

  private async handle({ Body = '', ReceiptHandle }: Message, handle: HandleMessage): Promise<void> {
    if (!(await handle(Body))) return;
    const { url: QueueUrl } = this.address;
    // A message that is not deleted comes again, and is done again, which changes nothing.
    await this.client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })).catch(() => undefined);
  }
}
