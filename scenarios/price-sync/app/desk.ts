import type { PriceBook } from './price-book';
import { changeText } from './price-change';
import { priceOf, slotAt, type Hmac } from './prices';
import { productCount } from './products';
import type { PriceQueue } from './queue';

interface DeskSite {
  readonly signingKey: string;
  readonly hmac: Hmac;
  readonly store: PriceBook;
  readonly queue: Pick<PriceQueue, 'send'>;
  /** Whether changes that the queue does not take are sent later, or forgotten. */
  readonly keepsUnsent: boolean;
}

/** Changes that are made at once, so that the first start does not wait for each of them alone. */
const sideBySide = 20;

/**
 * The desk that changes prices: whatever is due goes into the store, and whoever was the one to write it tells the queue. Any number
 * of shops may have one.
 */
export class PriceDesk {
  /** The slot of each product that is known to be in the store. */
  private readonly known = new Map<number, number>();
  private unsent: string[] = [];
  private passing: Promise<void> | undefined;

  constructor(private readonly site: DeskSite) {}

  /** Changes that the queue has not taken yet. */
  get waiting(): number {
    return this.unsent.length;
  }

  /** To be called every second. Never rejects: what fails is tried again the next time. @param at instant on the calendar, ms */
  pass(at: number): Promise<void> {
    this.passing ??= this.changeAndSend(at).finally(() => (this.passing = undefined));
    return this.passing;
  }

  private async changeAndSend(at: number): Promise<void> {
    const due: number[] = [];
    for (let product = 1; product <= productCount; product++) {
      if (this.known.get(product) !== slotAt(product, at)) due.push(product);
    }
    for (let from = 0; from < due.length; from += sideBySide) {
      await Promise.all(due.slice(from, from + sideBySide).map((product) => this.change(product, slotAt(product, at))));
      await this.send();
    }
    await this.send();
  }

  private async change(product: number, slot: number): Promise<void> {
    const { hmac, signingKey, store } = this.site;
    const price = priceOf(hmac, signingKey, product, slot);
    try {
      if (await store.put(price)) this.unsent.push(changeText(price));
      this.known.set(product, slot);
    } catch {
      // The store says no: the change is still due.
    }
  }

  private async send(): Promise<void> {
    const texts = this.unsent;
    this.unsent = [];
    const sent = await Promise.allSettled(texts.map((text) => this.site.queue.send(text)));
    const refused = texts.filter((_text, place) => sent[place]?.status === 'rejected');
    if (refused.length > 0) process.stderr.write(`${refused.length} changed prices could not be sent\n`);
    if (this.site.keepsUnsent) this.unsent = [...refused, ...this.unsent];
  }
}
