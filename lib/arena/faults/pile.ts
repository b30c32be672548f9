/** Numbers of several faults at once. They add up, and each is taken off again by itself; when the last is gone nothing is left. */
export class Pile {
  total = 0;
  private readonly values = new Map<object, number>();

  /** @param changed told after each change of the total @default nobody is told */
  constructor(private readonly changed?: () => void) {}

  /** @returns what takes it off again; more than once does nothing */
  add(value: number): () => void {
    const key = {};
    this.values.set(key, value);
    this.sum();
    return () => {
      this.values.delete(key);
      this.sum();
    };
  }

  /** Added anew each time, so that no rounding remains. */
  private sum(): void {
    let total = 0;
    for (const value of this.values.values()) total += value;
    this.total = total;
    this.changed?.();
  }
}
