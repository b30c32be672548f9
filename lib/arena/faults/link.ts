import type { Random } from '../clock/random';
import { Pile } from './pile';

/**
 * A lost packet is sent again after 200 ms, then after twice as long each time: the least that Linux waits. Our estimate; RFC 6298 asks
 * for a second. Whoever loses the ninth in a row has long been given up.
 */
const firstRetrySeconds = 0.2;
const mostRetries = 9;

/** The network interface of a server: what it sends may be late or lost. */
export class Link {
  /** Whether anything is wrong with it at all. */
  troubled = false;
  private readonly addedSeconds = new Pile(() => this.judge());
  private readonly lost = new Pile(() => this.judge());

  /** @returns what ends it */
  slowDown(seconds: number): () => void {
    return this.addedSeconds.add(seconds);
  }

  /** @param share of its packets, 0 to 1 @returns what ends it */
  lose(share: number): () => void {
    return this.lost.add(share);
  }

  /** Seconds by which one message from here is late. */
  delay(random: Random): number {
    let seconds = this.addedSeconds.total;
    let retry = firstRetrySeconds;
    for (let i = 0; i < mostRetries && random.next() < this.lost.total; i++) {
      seconds += retry;
      retry *= 2;
    }
    return seconds;
  }

  private judge(): void {
    this.troubled = this.addedSeconds.total > 0 || this.lost.total > 0;
  }
}
