/** Events by instant, first in first out among equals: a binary heap in typed arrays, because everything that happens passes through it. */
export class EventQueue {
  private times = new Float64Array(1024);
  private orders = new Float64Array(1024);
  private whats = new Int32Array(1024);
  private size = 0;
  private pushed = 0;

  /** Instant of the first event; Infinity when there is none. */
  next(): number {
    return this.size === 0 ? Infinity : (this.times[0] as number);
  }

  push(time: number, what: number): void {
    if (this.size === this.times.length) this.grow();
    const { times, orders, whats } = this;
    const order = this.pushed++;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      // An event that is pushed later has the higher order, so among equals it never moves up.
      if ((times[above] as number) <= time) break;
      times[at] = times[above] as number;
      orders[at] = orders[above] as number;
      whats[at] = whats[above] as number;
      at = above;
    }
    times[at] = time;
    orders[at] = order;
    whats[at] = what;
  }

  /** Takes the first event off; only to be called when there is one. */
  pop(): number {
    const { times, orders, whats } = this;
    const what = whats[0] as number;
    const last = --this.size;
    const time = times[last] as number;
    const order = orders[last] as number;
    // The gap at the top goes down to a leaf by the earlier of two children, then the last event comes up from there: it nearly always
    // belongs near the bottom, so that this takes half as many comparisons as letting it down from the top.
    let at = 0;
    for (let right = 2; right < last; right = 2 * at + 2) {
      let below = right - 1;
      const tr = times[right] as number;
      const tl = times[below] as number;
      if (tr < tl || (tr === tl && (orders[right] as number) < (orders[below] as number))) below = right;
      times[at] = times[below] as number;
      orders[at] = orders[below] as number;
      whats[at] = whats[below] as number;
      at = below;
    }
    const only = 2 * at + 1;
    if (only < last) {
      times[at] = times[only] as number;
      orders[at] = orders[only] as number;
      whats[at] = whats[only] as number;
      at = only;
    }
    while (at > 0) {
      const above = (at - 1) >> 1;
      const ta = times[above] as number;
      if (ta < time || (ta === time && (orders[above] as number) < order)) break;
      times[at] = ta;
      orders[at] = orders[above] as number;
      whats[at] = whats[above] as number;
      at = above;
    }
    times[at] = time;
    orders[at] = order;
    whats[at] = whats[last] as number;
    return what;
  }

  private grow(): void {
    const wider = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.times = wider(this.times, new Float64Array(this.size * 2));
    this.orders = wider(this.orders, new Float64Array(this.size * 2));
    this.whats = wider(this.whats, new Int32Array(this.size * 2));
  }
}
