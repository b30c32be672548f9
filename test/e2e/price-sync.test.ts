import { connect } from 'amqplib';
import { setTimeout as delay } from 'node:timers/promises';
import type { AppEnvironment, Program } from '../../lib/app/program';
import { onceWork } from '../../lib/app/work';
import { journeyHmac as hmac } from '../../load/hmac';
import { AmqpQueue } from '../../scenarios/price-sync/app/amqp-queue';
import { memoryBook, type PriceBook } from '../../scenarios/price-sync/app/price-book';
import { priceOf, slotAt } from '../../scenarios/price-sync/app/prices';
import { productCount } from '../../scenarios/price-sync/app/products';
import { programOf, type AppSite } from '../../scenarios/price-sync/app/server';
import { journey } from '../../scenarios/price-sync/journey';
import { hasRabbit, startRabbit, type Rabbit } from '../support/rabbitmq';

jest.setTimeout(60_000);

const team = { account: '111111111111', signingKey: 'blue-secret' };
const programEnv = { ACCOUNT: team.account, SIGNING_KEY: team.signingKey };
const sound = { PREFETCH: '1', ATTEMPTS: '2', DEAD_LETTERS: 'aside' };

/** Long enough that on every shelf a price has changed that customers no longer take for legal, and how many change meanwhile. */
const whileMs = 135_000;
const changes = 270;

const describeWithRabbit = hasRabbit() ? describe : describe.skip;

describeWithRabbit('two prices, with a real message broker', () => {
  let rabbit: Rabbit;
  let shops = 0;
  const endings: (() => Promise<void>)[] = [];
  beforeAll(async () => (rabbit = await startRabbit()), 120_000);
  afterEach(async () => {
    await Promise.all(endings.splice(0).map((end) => end()));
  });
  afterAll(() => rabbit?.stop());

  /** A shop on a calendar of its own, with a queue of its own, and indexers that can be had. */
  function openShop(variables: AppEnvironment = {}) {
    const queueName = `prices-${++shops}`;
    const ended = new AbortController();
    const calendar = { now: Date.UTC(2026, 11, 10, 12) };
    const books = { store: bookAt(calendar.now), index: bookAt(calendar.now) };
    let attempts = 0;
    const countingWork = {
      repeat: <T>(times: number, calculate: () => T): T => {
        attempts += 1;
        return onceWork.repeat(times, calculate);
      },
    };
    const queue = () => {
      const made = new AmqpQueue({
        url: rabbit.url,
        user: 'guest',
        password: 'guest',
        queue: queueName,
        aside: `${queueName}-aside`,
        heartbeatSeconds: 1,
      });
      endings.push(() => made.close());
      return made;
    };
    const site = (): AppSite => ({
      ...books,
      queue: queue(),
      work: onceWork,
      now: () => calendar.now,
      pause: () => delay(5),
      ended: ended.signal,
    });
    endings.push(() => Promise.resolve(ended.abort()));
    const shop = programOf({ ...programEnv, TIER: 'shop', ...variables }, site());
    return {
      calendar,
      queueName,
      attempts: () => attempts,
      visits: () => Promise.all([1, 2, 3, 4, 5, 6].map((seed) => visit(shop, calendar.now, seed))),
      send: (text: string) => queue().send(text),
      /** @returns what stops it: what it has in hand goes back */
      startIndexer(of: AppEnvironment = sound): () => Promise<void> {
        const own = { ...site(), work: countingWork };
        programOf({ ...programEnv, TIER: 'indexer', ...of }, own);
        return () => own.queue.close();
      },
    };
  }

  async function messagesIn(queue: string): Promise<number> {
    const connection = await connect(rabbit.url);
    try {
      return (await (await connection.createChannel()).checkQueue(queue)).messageCount;
    } finally {
      await connection.close();
    }
  }

  const allRight = Array.from({ length: 6 }, () => 'correct at order');

  test('a changed price reaches the shelf through the broker; without an indexer customers find it wrong', async () => {
    const shop = openShop();
    const stop = shop.startIndexer();
    await eventually(shop.visits, allRight);
    shop.calendar.now += whileMs;
    await eventually(shop.visits, allRight);
    await stop();
    shop.calendar.now += whileMs;
    await eventually(async () => (await messagesIn(shop.queueName)) >= changes, true);
    expect(await shop.visits()).toEqual(Array.from({ length: 6 }, () => 'faulty at listing'));
    shop.startIndexer();
    await eventually(shop.visits, allRight);
  });

  test('a message that nobody can read is put aside and the rest goes on; where nothing is put aside everything stands still', async () => {
    const shop = openShop();
    const stop = shop.startIndexer();
    await eventually(shop.visits, allRight);
    await shop.send('€ 12,34 (ask Karen)');
    shop.calendar.now += whileMs;
    await eventually(shop.visits, allRight);
    await eventually(() => messagesIn(`${shop.queueName}-aside`), 1);
    await stop();

    const stubborn = shop.startIndexer({ ...sound, DEAD_LETTERS: '' });
    await shop.send('€ 12,34 (I did ask Karen)');
    const before = shop.attempts();
    shop.calendar.now += whileMs;
    // As often as would have been enough for everything.
    await eventually(() => Promise.resolve(shop.attempts() > before + changes + 10), true);
    expect(await shop.visits()).toEqual(Array.from({ length: 6 }, () => 'faulty at listing'));
    await stubborn();
    shop.startIndexer();
    await eventually(shop.visits, allRight);
    expect(await messagesIn(`${shop.queueName}-aside`)).toBe(2);
  });

  test.each([
    ['a shop that keeps what it could not send loses no price', 'keep', 'correct at order'],
    ['a shop that forgets it leaves old prices on the shelf', 'drop', 'faulty at listing'],
  ])('a broker that is cut off is connected to again: %s', async (_rule, UNSENT, seen) => {
    const shop = openShop({ UNSENT });
    shop.startIndexer();
    await eventually(shop.visits, allRight);
    rabbit.freeze();
    try {
      shop.calendar.now += whileMs;
      await eventually(
        shop.visits,
        Array.from({ length: 6 }, () => 'faulty at listing'),
      );
      // Somebody has to find out that it is gone.
      await expect(shop.send('{}')).rejects.toThrow();
    } finally {
      rabbit.thaw();
    }
    await eventually(() => shop.send('{}').then(() => 'sent'), 'sent');
    await eventually(
      shop.visits,
      Array.from({ length: 6 }, () => seen),
    );
  });
});

/** A book that is up to date. */
function bookAt(at: number): PriceBook {
  const book = memoryBook();
  for (let product = 1; product <= productCount; product++)
    void book.put(priceOf(hmac, team.signingKey, product, slotAt(product, at)));
  return book;
}

/** One customer at an instant of the calendar; how it ended, and at which step. */
async function visit(shop: Program, at: number, seed: number): Promise<string> {
  const customer = journey.start({ ...team, seed, hmac });
  let next = customer.next();
  let step = '';
  while (next.done !== true) {
    const { name, method, path, body = '' } = next.value;
    step = name;
    const answer = await shop.answer({ method, path, body }, at);
    if (answer.status >= 300) return `status ${answer.status} at ${step}`;
    next = customer.next({ status: answer.status, body: answer.body, sentAt: at, receivedAt: at });
  }
  return `${next.value} at ${step}`;
}

/** Asks until the answer is as expected; the last answer stands in the failure. */
async function eventually<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + 30_000;
  let last: unknown;
  while (Date.now() < until) {
    last = await ask().catch((error: unknown) => error);
    if (JSON.stringify(last) === JSON.stringify(expected)) return;
    await delay(50);
  }
  expect(last).toEqual(expected);
}
