import type { AwaitsModel } from '../application';
import type { Random } from '../clock/random';
import type { MessageQueue } from './message-queue';

/** How well the work of a queue shows in an answer. */
export class Freshness {
  private known = { second: -1, share: 0 };

  /** @param queue `undefined`: no queue plays the role, so nothing is ever brought up to date */
  constructor(
    private readonly queue: MessageQueue | undefined,
    private readonly model: AwaitsModel,
  ) {
    if (model.shows !== undefined) queue?.remember(model.shows.renewedSeconds);
  }

  /** Whether an answer that is given now shows something that is behind: by lot when only a part of everything is. */
  isWrong(now: number, random: Random): boolean {
    const second = Math.floor(now);
    // Every request asks, and little changes within a second.
    if (this.known.second !== second) this.known = { second, share: this.wrongShare(now) };
    const { share } = this.known;
    return share > 0 && (share >= 1 || random.next() < share);
  }

  /** Share of answers that show something that is behind, 0 to 1. */
  private wrongShare(now: number): number {
    const { queue, model } = this;
    const { staleAfterSeconds, shows } = model;
    if (queue === undefined) return 1;
    if (shows === undefined) return queue.oldestAgeSeconds(now) > staleAfterSeconds ? 1 : 0;
    const behind = queue.behind(now, { overSeconds: staleAfterSeconds, upToSeconds: shows.renewedSeconds });
    return 1 - (1 - Math.min(1, behind / shows.of)) ** shows.entries;
  }
}
