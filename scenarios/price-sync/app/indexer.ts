import type { Work } from '../../../lib/app/work';
import type { Handling } from '../../../lib/arena/application';
import type { PriceBook } from './price-book';
import { readChange } from './price-change';
import type { HandleMessage, PriceQueue } from './queue';

/** Times that everything is hashed, "to be safe"; with these, a message costs what `application.ts` says. */
const passes = 21_600;

/** Memory that a message holds while it is in hand: a thumbnail of the product is drawn. `application.ts` says the same. */
const thumbnailKib = 2560;

interface IndexerSite {
  readonly index: PriceBook;
  readonly queue: Pick<PriceQueue, 'putAside'>;
  readonly work: Work;
  /** What the passes do. */
  readonly hash: (text: string) => string;
  readonly pause: (seconds: number) => Promise<unknown>;
}

/** Writes changed prices into the index: tries, tries again, and then puts a message aside or leaves it in the queue. */
export function indexer(site: IndexerSite, handling: Handling): HandleMessage {
  return async (text) => {
    const thumbnail = Buffer.alloc(thumbnailKib * 1024, 1);
    for (let attempt = 1; ; attempt++) {
      try {
        site.work.repeat(passes, () => site.hash(text));
        await site.index.put(readChange(text));
        return thumbnail.length > 0;
      } catch (error) {
        process.stderr.write(
          `attempt ${attempt} at a message failed: ${error instanceof Error ? error.name : 'unknown'}\n`,
        );
        if (attempt >= handling.attempts) break;
        await site.pause(handling.retrySeconds);
      }
    }
    return handling.gaveUp === 'aside' && isDone(site.queue.putAside(text));
  };
}

const isDone = (deed: Promise<void>): Promise<boolean> =>
  deed.then(
    () => true,
    () => false,
  );
