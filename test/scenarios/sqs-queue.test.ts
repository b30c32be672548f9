import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { SqsQueue } from '../../scenarios/price-sync/app/sqs-queue';

/** SQS as far as the program uses it: what was taken stays invisible until it is made visible again. Any other call throws. */
class FakeSqs {
  readonly queues = new Map<string, string[]>();
  private readonly taken = new Map<string, string>();
  private receipts = 0;

  asClient = (): SQSClient => ({ send: (command: unknown) => this.send(command) }) as unknown as SQSClient;

  makeVisible(url: string): void {
    this.messages(url).push(...this.taken.values());
    this.taken.clear();
  }

  messages(url: string): string[] {
    const messages = this.queues.get(url) ?? [];
    this.queues.set(url, messages);
    return messages;
  }

  private async send(command: unknown): Promise<object> {
    // Whoever asks in vain asks again: others have to have their turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (command instanceof SendMessageCommand) {
      this.messages(command.input.QueueUrl!).push(command.input.MessageBody!);
      return {};
    }
    if (command instanceof ReceiveMessageCommand) {
      const bodies = this.messages(command.input.QueueUrl!).splice(0, command.input.MaxNumberOfMessages);
      const Messages = bodies.map((Body) => ({ Body, ReceiptHandle: `${++this.receipts}` }));
      for (const { Body, ReceiptHandle } of Messages) this.taken.set(ReceiptHandle, Body);
      return { Messages };
    }
    if (command instanceof DeleteMessageCommand) {
      this.taken.delete(command.input.ReceiptHandle!);
      return {};
    }
    throw new Error('not a call of the program');
  }
}

const url = 'https://sqs.example.com/1/prices';
const aside = 'https://sqs.example.com/1/aside';
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('a queue of SQS', () => {
  const sqs = new FakeSqs();
  const queue = new SqsQueue({ url, aside }, sqs.asClient());
  afterEach(() => queue.close());

  test('gives every message to the program, never more at once than it wants, and again what it could not do', async () => {
    for (const text of ['a', 'b', 'c', 'bad', 'd']) await queue.send(text);
    await queue.putAside('old');
    const done: string[] = [];
    let [inHand, most, mended] = [0, 0, false];
    queue.take(2, async (text) => {
      most = Math.max(most, ++inHand);
      await turns(3);
      inHand -= 1;
      if (text !== 'bad' || mended) done.push(text);
      return text !== 'bad' || mended;
    });
    await turns(100);
    expect([done.sort(), most, sqs.messages(url), sqs.messages(aside)]).toEqual([['a', 'b', 'c', 'd'], 2, [], ['old']]);
    mended = true;
    sqs.makeVisible(url);
    await turns(100);
    expect(done).toContain('bad');
    sqs.makeVisible(url);
    expect(sqs.messages(url)).toEqual([]);
  });
});
