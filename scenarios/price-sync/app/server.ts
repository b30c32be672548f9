import { setTimeout as delay } from 'node:timers/promises';
import { notFound } from '../../../lib/app/answers';
import { needed, type AppEnvironment, type Program } from '../../../lib/app/program';
import { serveForGood } from '../../../lib/app/serve';
import { legacyWork, type Work } from '../../../lib/app/work';
import { journeyHmac } from '../../../load/hmac';
import { AmqpQueue } from './amqp-queue';
import { PriceDesk } from './desk';
import { dynamoBook } from './dynamo-book';
import { indexer } from './indexer';
import { memoryBook, type PriceBook } from './price-book';
import { productsOf } from './products';
import type { PriceQueue } from './queue';
import { handlingOf, keepsUnsent } from './settings';
import { shelfAnswer, shopQuestion, storeAnswer, type AppContext } from './shop';
import { SqsQueue } from './sqs-queue';

const deskPauseSeconds = 1;

/** What a program works with, so that tests can give it their own. */
export interface AppSite {
  readonly queue: PriceQueue;
  readonly store: PriceBook;
  readonly index: PriceBook;
  readonly work: Work;
  /** Instant on the calendar, ms. */
  readonly now: () => number;
  readonly pause: (seconds: number) => Promise<unknown>;
  /** Whether the program is to end. */
  readonly ended: AbortSignal;
}

/**
 * The program of the tier that the environment names: `TIER`, `ACCOUNT`, `SIGNING_KEY`, `BROKER` (an `amqps:` address with `BROKER_USER` and
 * `BROKER_PASSWORD`, or that of a queue of SQS with `BROKER_ASIDE`), `STORE` and `INDEX` (tables; none: in memory). The shop: `UNSENT`
 * (`keep` or `drop`); the indexer: `PREFETCH`, `ATTEMPTS`, `DEAD_LETTERS`. @throws Error when it names no tier or lacks a value
 */
export function programOf(env: AppEnvironment, site: AppSite = siteOf(env)): Program {
  const context: AppContext = {
    team: { account: needed(env, 'ACCOUNT'), signingKey: needed(env, 'SIGNING_KEY') },
    hmac: journeyHmac,
    work: site.work,
  };
  const tier = needed(env, 'TIER');
  switch (tier) {
    case 'shop':
      return shopProgram(context, site, keepsUnsent(env));
    case 'indexer':
      return indexerProgram(context, site, env);
    default:
      throw new Error(`there is no tier ${tier}`);
  }
}

function shopProgram(context: AppContext, site: AppSite, keeps: boolean): Program {
  const { hmac, team } = context;
  const { queue, store, index } = site;
  const desk = new PriceDesk({ hmac, signingKey: team.signingKey, store, queue, keepsUnsent: keeps });
  void keepChanging(desk, site);
  return {
    async answer(request, at) {
      const question = shopQuestion(request);
      switch (question.book) {
        case 'none':
          return question.answer;
        case 'index':
          return shelfAnswer(context, question.shelf, await index.get(productsOf(question.shelf)));
        case 'store':
          return storeAnswer(context, question, (await store.get([question.product]))[0], at);
      }
    },
    // The pages can do without the queue.
    healthy: () => Promise.resolve(),
  };
}

async function keepChanging(desk: PriceDesk, { now, pause, ended }: AppSite): Promise<void> {
  while (!ended.aborted) {
    await desk.pass(now());
    await pause(deskPauseSeconds);
  }
}

function indexerProgram({ hmac, team, work }: AppContext, site: AppSite, env: AppEnvironment): Program {
  const { queue, index, pause } = site;
  const handling = handlingOf(env);
  const hash = (text: string) => hmac(team.signingKey, text);
  queue.take(handling.atOnce, indexer({ index, queue, work, hash, pause }, handling));
  return { answer: () => Promise.resolve(notFound()), healthy: () => queue.check() };
}

function siteOf(env: AppEnvironment): AppSite {
  const book = (name: string) => {
    const table = env[name];
    return table === undefined ? memoryBook() : dynamoBook(table);
  };
  return {
    queue: queueOf(env),
    store: book('STORE'),
    index: book('INDEX'),
    work: legacyWork,
    now: Date.now,
    pause: (seconds) => delay(seconds * 1000),
    ended: new AbortController().signal,
  };
}

function queueOf(env: AppEnvironment): PriceQueue {
  const url = needed(env, 'BROKER');
  if (!/^amqps?:/.test(url)) return new SqsQueue({ url, aside: env['BROKER_ASIDE'] ?? '' });
  const aside = env['DEAD_LETTERS'] ?? '';
  return new AmqpQueue({
    url,
    user: needed(env, 'BROKER_USER'),
    password: needed(env, 'BROKER_PASSWORD'),
    queue: 'prices',
    aside: aside === '' ? 'prices-aside' : aside,
  });
}

if (require.main === module) serveForGood(() => programOf(process.env));
