/** A seeded stream of random numbers (sfc32): the same seed gives the same stream on every machine. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** @param stream streams of one seed are independent, so that one use of chance does not shift another */
  constructor(seed: number, stream: number) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 2 ** 32) | 0;
    this.c = stream | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** In [0, 1). */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.next());
  }

  /** Gamma with shape 4 and mean 1: varies half as much as an exponential, as service times of one kind of request do. */
  gamma4(): number {
    return -Math.log((1 - this.next()) * (1 - this.next()) * (1 - this.next()) * (1 - this.next())) / 4;
  }
}
