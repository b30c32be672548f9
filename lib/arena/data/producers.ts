import type { ProducerModel } from '../application';
import type { Server } from '../servers/server';
import type { Message, MessageQueue } from './message-queue';

/** What producers need of the rest of the world. */
interface ProducerSite {
  readonly now: number;
  /** A server of the tier that works and gets through to the queue, or else any that works. */
  sender(tier: string, queue: MessageQueue | undefined): Server | undefined;
  reaches(server: Server, queue: MessageQueue): boolean;
}

/** A tier that sends messages by itself. */
interface Producer {
  readonly tier: string;
  readonly model: ProducerModel;
  queue: MessageQueue | undefined;
  due: number;
  /** What is still to be sent, oldest first. */
  unsent: Message[];
}

/** Programs that send messages at a steady rate. While no server of theirs works, what is due waits for one. */
export class Producers {
  private readonly all: readonly Producer[];

  constructor(
    tiers: readonly { readonly tier: string; readonly model: ProducerModel }[],
    private readonly site: ProducerSite,
  ) {
    this.all = tiers.map((each) => ({ ...each, queue: undefined, due: 0, unsent: [] }));
  }

  /** Tells every producer which queue is its own now. */
  connect(queueOf: (role: string) => MessageQueue | undefined): void {
    for (const producer of this.all) producer.queue = queueOf(producer.model.queue);
  }

  /** To be called again and again. @param seconds since the last call */
  pass(seconds: number): void {
    for (const producer of this.all) {
      producer.due += producer.model.perSecond * seconds;
      for (; producer.due >= 1; producer.due -= 1) producer.unsent.push(...this.write(producer));
      this.send(producer);
    }
  }

  private send(producer: Producer): void {
    const { queue, model } = producer;
    // A queue that has taken the place of another knows nothing of what was written for that.
    const unsent = producer.unsent.filter(({ home }) => home === queue);
    const server = this.site.sender(producer.tier, queue);
    if (server === undefined || unsent.length === 0) return;
    const reaches = queue !== undefined && queue.reachable && this.site.reaches(server, queue);
    if (!reaches && model.keeps(server.spec.variables)) return;
    if (reaches) for (const message of unsent) queue.send(this.site.now, message);
    producer.unsent = [];
  }

  /** None without a queue: nothing is ever brought up to date then anyway. */
  private write({ queue }: Producer): Message[] {
    return queue === undefined ? [] : [queue.write(this.site.now)];
  }
}
