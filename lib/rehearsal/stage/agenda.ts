/** What is to happen at instants of event time: faults, repairs, declarations. Things due at the same instant keep their order. */
export class Agenda {
  private readonly items: { readonly atSeconds: number; readonly act: () => void }[] = [];

  add(atSeconds: number, act: () => void): void {
    const later = this.items.findIndex((item) => item.atSeconds > atSeconds);
    this.items.splice(later < 0 ? this.items.length : later, 0, { atSeconds, act });
  }

  /** Instant of the next item, or `undefined` when nothing is planned. */
  next(): number | undefined {
    return this.items[0]?.atSeconds;
  }

  /** Does everything that is due by `untilSeconds`, in order; what an item adds is done too when it is due. */
  run(untilSeconds: number): void {
    for (let item = this.items[0]; item !== undefined && item.atSeconds <= untilSeconds; item = this.items[0]) {
      this.items.shift();
      item.act();
    }
  }
}
