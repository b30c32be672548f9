import type { Queue } from '../../architecture/data-types';
import { Pile } from '../faults/pile';
import { Hidden } from './hidden';
import { Line } from './line';

/** One message of a queue. */
export class Message {
  receives = 0;
  /** Until then nobody can take it. */
  hiddenUntil = 0;
  deleted = false;
  /** Its work is done. One that is deleted without is lost to those who wait for it. */
  applied = false;

  /**
   * @param sentAt when it was sent, or was to be sent
   * @param poison no program can work it off
   */
  constructor(
    readonly sentAt: number,
    readonly home: MessageQueue,
    readonly poison: boolean,
  ) {}

  /**
   * Whoever took it has done with it. A receipt that is not the newest deletes nothing: somebody else has taken it meanwhile.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
   * @param receipt how often it had been taken then
   */
  delete(receipt: number): void {
    if (receipt === this.receives) this.remove();
  }

  /** Nobody gets it any more. */
  remove(): void {
    if (!this.deleted) this.home.unfinished -= 1;
    this.deleted = true;
  }
}

/**
 * A queue. Of SQS, a standard one: a message that was taken is hidden for the visibility timeout and comes back unless it is deleted
 * meanwhile, and messages are taken in about the order in which they can be. On a broker: a message that was taken is its taker's as long as
 * that is connected, and takes its old place when it comes back. Messages are kept for longer than an event lasts.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 * https://www.rabbitmq.com/docs/confirms
 */
export class MessageQueue {
  /** Set by whoever knows all queues; where messages go that nobody can work off. */
  deadLetters: MessageQueue | undefined;
  /** Called when a message can be taken. */
  ready: () => void = () => undefined;
  /** What keeps everybody from it. */
  readonly cuts = new Pile();
  /** Whether what it runs on is down. */
  isDown: () => boolean = () => false;
  /** Messages that are not deleted, whoever has them. */
  unfinished = 0;
  private readonly waiting = new Line<Message>();
  private readonly delayed = new Hidden();
  private readonly taken = new Hidden();
  /** All that are not deleted, and some that are, by age. */
  private readonly kept = new Line<Message>();
  private rememberedSeconds = 0;
  /** What was written lately, by age: also what is deleted, and what never arrives. */
  private readonly recent = new Line<Message>();

  constructor(public settings: Queue) {}

  /** Messages that can be taken now. */
  get backlog(): number {
    return this.waiting.length;
  }

  get reachable(): boolean {
    return this.cuts.total === 0 && !this.isDown();
  }

  /** What was written in the last so many seconds can be told by `behind`. */
  remember(seconds: number): void {
    this.rememberedSeconds = Math.max(this.rememberedSeconds, seconds);
  }

  /** A new message, which waits for its work to be done whether it is ever sent or not. */
  write(now: number): Message {
    const message = new Message(now, this, false);
    if (this.rememberedSeconds > 0) this.recent.push(message);
    while (now - (this.recent.first?.sentAt ?? now) > this.rememberedSeconds) this.recent.shift();
    return message;
  }

  /** @param message one that was written before. @default a new one */
  send(now: number, message = this.write(now)): void {
    this.kept.push(message);
    this.unfinished += 1;
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
    if (this.settings.broker === undefined) this.taken.hide(message, now, this.settings.visibilitySeconds);
    return message;
  }

  /** Whoever took a message cannot do it, or is gone: on a broker the next one gets it. @param receipt how often it had been taken then */
  putBack(message: Message, receipt: number): void {
    if (this.settings.broker === undefined || message.deleted || receipt !== message.receives) return;
    this.waiting.unshift(message);
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

  /** Messages of some age, seconds, whose work is not done: not yet sent, waiting, in hand, put aside or lost. */
  behind(now: number, { overSeconds, upToSeconds }: { overSeconds: number; upToSeconds: number }): number {
    // What is done and oldest is never asked for again.
    while (this.recent.first?.applied) this.recent.shift();
    let count = 0;
    for (let place = 0; ; place++) {
      const message = this.recent.at(place);
      if (message === undefined || now - message.sentAt <= overSeconds) return count;
      if (!message.applied && now - message.sentAt <= upToSeconds) count += 1;
    }
  }

  /**
   * Once taken as often as the redrive policy allows, a message goes to the dead-letter queue, where its age goes on.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
   */
  private giveBack(message: Message, now: number): void {
    const { deadLetter } = this.settings;
    if (deadLetter === undefined || message.receives < deadLetter.maxReceives) return this.offer(message);
    message.remove();
    this.deadLetters?.send(now, new Message(message.sentAt, this.deadLetters, message.poison));
  }

  private forget(): void {
    while (this.kept.first?.deleted) this.kept.shift();
  }

  private offer(message: Message): void {
    this.waiting.push(message);
    this.ready();
  }
}
