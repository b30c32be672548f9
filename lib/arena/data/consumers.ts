import type { ConsumerModel } from '../application';
import type { Route } from '../balancing/routes';
import { Pile } from '../faults/pile';
import type { Server } from '../servers/server';
import type { MessageQueue } from './message-queue';

/** A tier that works off a queue. */
export interface Consumer {
  readonly tier: string;
  /** Role of its queue. */
  readonly role: string;
  readonly model: ConsumerModel;
  /** The work that one message is. */
  readonly route: Route;
  /** `undefined`: no queue plays the role. */
  queue: MessageQueue | undefined;
}

/** What consumers need of the rest of the world. */
export interface ConsumerSite {
  readonly now: number;
  readonly servers: readonly Server[];
  /** Whether a server gets through to its queue. */
  reaches(server: Server, queue: MessageQueue): boolean;
  /** Begins the work of a message; `done` of these consumers is called when it is over. */
  work(server: Server, route: Route, message: NonNullable<ReturnType<MessageQueue['receive']>>): void;
}

/**
 * Programs that take messages from queues. They wait for them by long polling, so a message is taken as soon as somebody has a hand free.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
export class Consumers {
  private readonly stops = new Map<string, Pile>();

  constructor(
    private readonly all: readonly Consumer[],
    private readonly site: ConsumerSite,
  ) {
    for (const { tier } of all) this.stops.set(tier, new Pile());
  }

  /** Tells every consumer which queue is its own now. */
  connect(queueOf: (role: string) => MessageQueue | undefined): void {
    for (const consumer of this.all) {
      consumer.queue = queueOf(consumer.role);
      if (consumer.queue !== undefined) consumer.queue.ready = () => this.feed(consumer);
    }
    this.feedAll();
  }

  /** To be called every second or so, for servers that have become able to work. */
  feedAll(): void {
    for (const consumer of this.all) this.feed(consumer);
  }

  /** A server has a hand free. */
  done(server: Server): void {
    for (const consumer of this.all) {
      if (consumer.tier === server.spec.tier?.id) this.feed(consumer);
    }
  }

  /** Whether the tier is one of them. */
  includes(tier: string): boolean {
    return this.stops.has(tier);
  }

  /** The tier, which is one of them, takes no more messages. @returns what ends it */
  stop(tier: string): () => void {
    const stops = this.stops.get(tier);
    if (stops === undefined) throw new Error(`${tier} takes messages from no queue`);
    return stops.add(1);
  }

  private feed(consumer: Consumer): void {
    const { queue, route } = consumer;
    if (!queue?.reachable || (this.stops.get(consumer.tier)?.total ?? 0) > 0) return;
    while (queue.backlog > 0) {
      const server = this.idlest(consumer, queue);
      const message = server && queue.receive(this.site.now);
      if (server === undefined || message === undefined) return;
      this.site.work(server, route, message);
    }
  }

  /** The server with the fewest messages in hand, as they all poll alike. */
  private idlest({ tier, model }: Consumer, queue: MessageQueue): Server | undefined {
    let best: Server | undefined;
    for (const server of this.site.servers) {
      if (server.spec.tier?.id !== tier || !works(server)) continue;
      if (server.inHand >= model.handling(server.spec.variables).atOnce) continue;
      if ((best === undefined || server.inHand < best.inHand) && this.site.reaches(server, queue)) best = server;
    }
    return best;
  }
}

/** Whether its program does anything by itself. */
export const works = (server: Server) => server.state === 'running' && !server.silent && !server.hung;
