/**
 * The vCPUs of one server, first come first served. Because work is known when it arrives, its end is known too: no queue is kept,
 * only when each vCPU is free again. Work that is already booked keeps its end when the pace changes.
 */
export class Cpu {
  private readonly freeAt: Float64Array;
  private booked = 0;
  /** Seconds of a current general-purpose vCPU done in one second. */
  pace = 1;

  /** @param vcpus a fraction is one slower vCPU */
  constructor(readonly vcpus: number) {
    this.freeAt = new Float64Array(Math.max(1, Math.ceil(vcpus)));
  }

  get servers(): number {
    return this.freeAt.length;
  }

  /** @returns the instant at which the work is done */
  book(from: number, seconds: number): number {
    const { freeAt } = this;
    let first = 0;
    for (let i = 1; i < freeAt.length; i++) if ((freeAt[i] as number) < (freeAt[first] as number)) first = i;
    const free = freeAt[first] as number;
    const took = seconds / this.pace;
    const end = (free > from ? free : from) + took;
    freeAt[first] = end;
    this.booked += took;
    return end;
  }

  /** Seconds that its vCPUs have been busy until now, all together. */
  busySeconds(now: number): number {
    let ahead = 0;
    for (const free of this.freeAt) if (free > now) ahead += free - now;
    return this.booked - ahead;
  }

  /** Forgets everything that is not done yet. */
  drop(now: number): void {
    this.booked = this.busySeconds(now);
    this.freeAt.fill(0);
  }
}
