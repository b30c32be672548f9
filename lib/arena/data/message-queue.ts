import type { Queue } from '../../architecture/data-types';
import { Hidden } from './hidden';
import { Line } from './line';

/** One message of a queue. */
export class Message {
  receives = 0;
  /** Until then nobody can take it. */
  hiddenUntil = 0;
  deleted = false;

  constructor(readonly sentAt: number) {}

  /**
   * Whoever took it has done with it. A receipt that is not the newest deletes nothing: somebody else has taken it meanwhile.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
   * @param receipt how often it had been taken then
   */
  delete(receipt: number): void {
    if (receipt === this.receives) this.deleted = true;
  }
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
  private readonly delayed = new Hidden();
  private readonly taken = new Hidden();
  /** All that are not deleted, and some that are, by age. */
  private readonly kept = new Line<Message>();

  constructor(public settings: Queue) {}

  /** Messages that can be taken now. */
  get backlog(): number {
    return this.waiting.length;
  }

  send(now: number, sentAt = now): void {
    const message = new Message(sentAt);
    this.kept.push(message);
    const { delaySeconds } = this.settings;
    if (delaySeconds > 0) this.delayed.hide(message, now, delaySeconds);
    else this.offer(message);
  }

  /** Takes the next one. @returns `undefined` when none can be taken */
  receive(now: number): Message | undefined {
    // One that came back may have been deleted by whoever had it before.
    let message = this.waiting.shift();
    while (message?.deleted) message = this.waiting.shift();
    if (message === undefined) return undefined;
    message.receives += 1;
    this.taken.hide(message, now, this.settings.visibilitySeconds);
    return message;
  }

  /** To be called every second or so: what was hidden long enough can be taken again, or has been taken too often. */
  refresh(now: number): void {
    for (const message of this.delayed.due(now)) this.offer(message);
    for (const message of this.taken.due(now)) this.giveBack(message, now);
    this.forget();
  }

  /**
   * Seconds since the oldest message was sent that is not deleted, 0 without any.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   */
  oldestAgeSeconds(now: number): number {
    this.forget();
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

  private forget(): void {
    while (this.kept.first?.deleted) this.kept.shift();
  }

  private offer(message: Message): void {
    this.waiting.push(message);
    this.ready();
  }
}
