import { connect, type ChannelModel, type ConfirmChannel, type ConsumeMessage } from 'amqplib';
import { setTimeout as delay } from 'node:timers/promises';
import type { HandleMessage, PriceQueue } from './queue';

interface AmqpAddress {
  /** `amqps://host:port`, as Amazon MQ gives it. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly queue: string;
  /** Where messages are put aside. @default `<queue>-aside` */
  readonly aside: string;
  /** After twice as long without a word a connection counts as lost. @default 5 */
  readonly heartbeatSeconds?: number;
}

/** How long a send or a new connection may take, ms; and how long to wait before the next try. */
const patienceMs = 5000;
const pauseMs = 1000;

/**
 * Survives a restart. On a cluster of Amazon MQ its policy has it mirrored to every node.
 * https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-defaults.html
 */
const durable = { durable: true };

interface Line {
  readonly connection: ChannelModel;
  readonly channel: ConfirmChannel;
  /** Settles when the connection or its channel is gone. */
  readonly ended: Promise<void>;
}

/** A queue on a RabbitMQ broker, over one connection that is made anew whenever it is lost. Messages are kept on disk. */
export class AmqpQueue implements PriceQueue {
  private line: Promise<Line> | undefined;
  private closed = false;

  constructor(private readonly address: AmqpAddress) {}

  send(text: string): Promise<void> {
    return this.publish(this.address.queue, text);
  }

  putAside(text: string): Promise<void> {
    return this.publish(this.address.aside, text);
  }

  take(atOnce: number, handle: HandleMessage): void {
    void this.takeForGood(atOnce, handle);
  }

  async check(): Promise<void> {
    await this.connected();
  }

  async close(): Promise<void> {
    this.closed = true;
    const line = await this.line?.catch(() => undefined);
    await line?.connection.close().catch(() => undefined);
  }

  private async publish(queue: string, text: string): Promise<void> {
    const { channel } = await this.connected();
    const confirmed = new Promise<void>((resolve, reject) => {
      channel.sendToQueue(queue, Buffer.from(text), { persistent: true }, (error: unknown) =>
        error === null ? resolve() : reject(new Error('the broker refused a message', { cause: error })),
      );
    });
    await within(patienceMs, confirmed);
  }

  private async takeForGood(atOnce: number, handle: HandleMessage): Promise<void> {
    while (!this.closed) {
      try {
        const { channel, ended } = await this.connected();
        // 0 is no limit: https://www.rabbitmq.com/docs/confirms#channel-qos-prefetch
        await channel.prefetch(Number.isFinite(atOnce) ? atOnce : 0);
        await channel.consume(this.address.queue, (message) => void settle(channel, message, handle));
        await ended;
      } catch {
        // Whatever it was, there is nothing else to do than to try again.
      }
      await delay(pauseMs);
    }
  }

  private connected(): Promise<Line> {
    if (this.closed) return Promise.reject(new Error('closed'));
    if (this.line === undefined) {
      const line = this.open();
      this.line = line;
      const forget = () => {
        if (this.line === line) this.line = undefined;
      };
      line.then(({ ended }) => ended.then(forget), forget);
    }
    return this.line;
  }

  private async open(): Promise<Line> {
    const { url, user, password, queue, aside, heartbeatSeconds = 5 } = this.address;
    const { protocol, hostname, port } = new URL(url);
    const connection = await connect(
      {
        protocol: protocol.slice(0, -1),
        hostname,
        port: Number(port),
        username: user,
        password,
        heartbeat: heartbeatSeconds,
      },
      { timeout: patienceMs },
    );
    const ended = new Promise<void>((resolve) => connection.on('close', () => resolve()));
    // Followed by `close`; without a listener it would end the process.
    connection.on('error', () => undefined);
    try {
      const channel = await within(patienceMs, connection.createConfirmChannel());
      channel.on('error', () => undefined);
      channel.on('close', () => void connection.close().catch(() => undefined));
      await within(patienceMs, Promise.all([channel.assertQueue(queue, durable), channel.assertQueue(aside, durable)]));
      return { connection, channel, ended };
    } catch (error) {
      void connection.close().catch(() => undefined);
      throw error;
    }
  }
}

/** `null` stands for the end of the subscription, as when the queue is deleted. */
async function settle(channel: ConfirmChannel, message: ConsumeMessage | null, handle: HandleMessage): Promise<void> {
  if (message === null) return void channel.close().catch(() => undefined);
  const done = await handle(message.content.toString('utf8'));
  try {
    if (done) channel.ack(message);
    else channel.nack(message);
  } catch {
    // The connection is gone: the broker gives the message to somebody else.
  }
}

async function within<T>(ms: number, deed: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = delay(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`the broker did not answer within ${ms} ms`);
  });
  // Whoever loses the race may still fail, and nobody listens any more.
  deed.catch(() => undefined);
  late.catch(() => undefined);
  try {
    return await Promise.race([deed, late]);
  } finally {
    stop.abort();
  }
}
