import { lagLimitMs } from '../windows';

/**
 * Adds up the time in which this process was kept from running, as far as it matters. Has to be asked several times within
 * `lagLimitMs`: what lies between two questions further apart is taken for a stall.
 */
export class Stalls {
  #lastMs: number;
  #totalMs = 0;

  constructor(nowMs: number) {
    this.#lastMs = nowMs;
  }

  /** Ms of all stalls until this instant. */
  untilMs(nowMs: number): number {
    const sinceMs = nowMs - this.#lastMs;
    if (sinceMs > lagLimitMs) this.#totalMs += sinceMs;
    this.#lastMs = Math.max(this.#lastMs, nowMs);
    return this.#totalMs;
  }
}
