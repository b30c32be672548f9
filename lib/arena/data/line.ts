const compactAfter = 1024;

/** First in, first out. */
export class Line<T> {
  private items: T[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  /** `undefined` when nobody stands in it. */
  get first(): T | undefined {
    return this.items[this.head];
  }

  /** The item so many places behind the first. */
  at(place: number): T | undefined {
    return this.items[this.head + place];
  }

  /** Before all others. */
  unshift(item: T): void {
    if (this.head > 0) this.items[--this.head] = item;
    else this.items.unshift(item);
  }

  push(item: T): void {
    this.items.push(item);
  }

  shift(): T | undefined {
    const { first } = this;
    if (first === undefined) return undefined;
    this.head += 1;
    if (this.head >= compactAfter && this.head * 2 >= this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return first;
  }
}
