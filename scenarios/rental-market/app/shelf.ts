import type { Hold } from '../../../lib/app/held';
import type { AppAnswer } from '../../../lib/arena/application';
import { townCount } from './rentals';

/** Prices hold for a minute and may be shown half a minute longer; `application.ts` says the same. */
const staleAfterSeconds = 90;

/** The listings that the storefront shows: brought up to date all the time, unless somebody holds them. */
export class Shelf {
  private readonly listings = new Map<string, AppAnswer>();

  constructor(
    private readonly ask: (path: string) => Promise<AppAnswer>,
    private readonly hold: Hold,
  ) {}

  /** @param at instant on the calendar, ms */
  async listing(question: string, at: number): Promise<AppAnswer> {
    const kept = this.hold.heldForSeconds(at) === undefined ? undefined : this.listings.get(question);
    if (kept !== undefined) return kept;
    const fresh = await this.ask(question);
    // A town may be written in many ways, and nobody shall fill the memory with them.
    if (fresh.status === 200 && (this.listings.size < townCount || this.listings.has(question)))
      this.listings.set(question, fresh);
    return fresh;
  }

  /** @throws Error when the listings are too old to be shown @param at instant on the calendar, ms */
  check(at: number): void {
    if ((this.hold.heldForSeconds(at) ?? 0) > staleAfterSeconds) throw new Error('the prices of the listings are old');
  }
}
