/** Somebody whose turn may come. */
export interface Candidate {
  /** By order of registration. */
  readonly number: number;
  readonly outstanding: number;
  readonly slowUntil: number;
  credit: number;
}

/**
 * Who is next among those that requests may go to.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
export class Turns<T extends Candidate> {
  private candidates: readonly T[] = [];
  private turn = 0;
  private slowUntil = 0;

  /** Takes over from a changed list without favour: whoever would have been next still is. @param candidates by number */
  settle(candidates: readonly T[]): void {
    const last = this.candidates[this.turn]?.number ?? -1;
    const next = candidates.findIndex((candidate) => candidate.number > last);
    this.candidates = candidates;
    this.turn = (next === -1 ? candidates.length : next) - 1;
    this.slowUntil = candidates.reduce((latest, { slowUntil }) => Math.max(latest, slowUntil), 0);
  }

  /** Each in turn. @param slowStartSeconds how long a slow start takes @returns `undefined` when there is nobody */
  inTurn(now: number, slowStartSeconds: number): T | undefined {
    const { candidates } = this;
    if (candidates.length === 0) return undefined;
    const chosen = this.step();
    return now < this.slowUntil && slowStartSeconds > 0 ? this.withSlowStarts(chosen, now, slowStartSeconds) : chosen;
  }

  /** The one with fewest requests outstanding, of several the one whose turn it is. */
  leastOutstanding(): T | undefined {
    const { candidates } = this;
    const count = candidates.length;
    if (count === 0) return undefined;
    let chosen = this.step();
    const { turn } = this;
    for (let i = 1; i < count; i++) {
      const at = turn + i < count ? turn + i : turn + i - count;
      const other = candidates[at] as T;
      if (other.outstanding < chosen.outstanding) chosen = other;
    }
    return chosen;
  }

  private step(): T {
    this.turn = this.turn + 1 < this.candidates.length ? this.turn + 1 : 0;
    return this.candidates[this.turn] as T;
  }

  /** A slow one lets turns pass until it has saved up a whole one: its share grows evenly from nothing to all of it. */
  private withSlowStarts(first: T, now: number, slowStartSeconds: number): T {
    let chosen = first;
    for (let tried = 0; tried < this.candidates.length; tried++) {
      if (chosen.slowUntil <= now) return chosen;
      chosen.credit += Math.max(0, 1 - (chosen.slowUntil - now) / slowStartSeconds);
      if (chosen.credit >= 1) {
        chosen.credit -= 1;
        return chosen;
      }
      chosen = this.step();
    }
    return chosen;
  }
}
