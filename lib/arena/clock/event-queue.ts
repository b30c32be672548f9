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
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= last) break;
      if (below + 1 < last && this.before(below + 1, times[below] as number, orders[below] as number)) below += 1;
      if (!this.before(below, time, order)) break;
      times[at] = times[below] as number;
      orders[at] = orders[below] as number;
      whats[at] = whats[below] as number;
      at = below;
    }
    times[at] = time;
    orders[at] = order;
    whats[at] = whats[last] as number;
    return what;
  }

  private before(at: number, time: number, order: number): boolean {
    const own = this.times[at] as number;
    return own < time || (own === time && (this.orders[at] as number) < order);
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
