import type { Queue } from '../../architecture/data-types';
import { Line } from './line';

/** One message of a queue. */
export class Message {
  receives = 0;
  /** Until then nobody can take it. */
  hiddenUntil = 0;
  deleted = false;

  constructor(
    readonly queue: MessageQueue,
    readonly sentAt: number,
  ) {}
}

/**
 * A standard SQS queue: a message that was taken is hidden for the visibility timeout and comes back unless it is deleted meanwhile.
 * Messages are taken in about the order in which they can be. They are kept for longer than an event lasts.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
export class MessageQueue {
  /** Set by whoever knows all queues; where messages go that nobody can work off. */
  deadLetters: MessageQueue | undefined;
  /** Called when a message can be taken. */
  ready: () => void = () => undefined;
  private readonly waiting = new Line<Message>();
  private readonly delayed = new Line<Message>();
  private readonly taken = new Line<Message>();
  /** All that are not deleted, and some that are, by age. */
  private readonly kept = new Line<Message>();

  constructor(public settings: Queue) {}

  /** Messages that can be taken now. */
  get backlog(): number {
    return this.waiting.length;
  }

  send(now: number, sentAt = now): void {
    const message = new Message(this, sentAt);
    this.kept.push(message);
    message.hiddenUntil = now + this.settings.delaySeconds;
    if (message.hiddenUntil > now) this.delayed.push(message);
    else this.offer(message);
  }

  /** Takes the next one. @returns `undefined` when none can be taken */
  receive(now: number): Message | undefined {
    const message = this.waiting.shift();
    if (message === undefined) return undefined;
    message.receives += 1;
    message.hiddenUntil = now + this.settings.visibilitySeconds;
    this.taken.push(message);
    return message;
  }

  /** To be called every second or so: what was hidden long enough can be taken again, or has been taken too often. */
  refresh(now: number): void {
    for (let next = this.delayed.first; next !== undefined && next.hiddenUntil <= now; next = this.delayed.first) {
      this.delayed.shift();
      this.offer(next);
    }
    for (let next = this.taken.first; next !== undefined && next.hiddenUntil <= now; next = this.taken.first) {
      this.taken.shift();
      if (!next.deleted) this.giveBack(next, now);
    }
  }

  /**
   * Seconds since the oldest message was sent that is not deleted, 0 without any.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   */
  oldestAgeSeconds(now: number): number {
    while (this.kept.first?.deleted) this.kept.shift();
    return this.kept.first === undefined ? 0 : now - this.kept.first.sentAt;
  }

  /**
   * Once taken as often as the redrive policy allows, a message goes to the dead-letter queue, where its age goes on.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
   */
  private giveBack(message: Message, now: number): void {
    const { deadLetter } = this.settings;
    if (deadLetter === undefined || message.receives < deadLetter.maxReceives) return this.offer(message);
    message.deleted = true;
    this.deadLetters?.send(now, message.sentAt);
  }

  private offer(message: Message): void {
    this.waiting.push(message);
    this.ready();
  }
}
