import type { CapacityScaling, CapacityUnits, Table } from '../../architecture/data-types';
import { Pile } from '../faults/pile';
import { Capacity } from './capacity';
import { noMemory, scaleCapacity, type ScalingMemory } from './capacity-scaling';

/**
 * What one partition does at most in a second. Keys are taken to be spread evenly: no partition is hotter than another.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */
const partition: CapacityUnits = { readUnits: 3000, writeUnits: 1000 };

/**
 * On demand, twice the highest traffic of more than half an hour ago is served at once.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-scaling
 */
const provenMinutes = 30;
const headroom = 2;
const watchedMinutes = 5;

/** A DynamoDB table's throughput, provisioned (with a burst and perhaps scaled) or on demand. */
export class TableThroughput {
  /** What is provisioned now; `undefined` on demand. */
  provisioned: CapacityUnits | undefined;
  throttled = 0;
  /** Share of calls that are throttled whatever the capacity. */
  readonly throttling = new Pile();
  private readonly reads: Capacity;
  private readonly writes: Capacity;
  private peak: CapacityUnits = { readUnits: 0, writeUnits: 0 };
  private readMemory = noMemory;
  private writeMemory = noMemory;
  /** Units used so far, at the end of each minute, oldest first. */
  private readonly minutes: CapacityUnits[] = [{ readUnits: 0, writeUnits: 0 }];

  constructor(public table: Table) {
    this.provisioned = table.provisioned;
    const { readUnits, writeUnits } = this.rates();
    const saves = this.provisioned !== undefined;
    const partitions = this.partitions();
    this.reads = new Capacity(readUnits, saves, partitions * partition.readUnits);
    this.writes = new Capacity(writeUnits, saves, partitions * partition.writeUnits);
  }

  /** A template that still says the same leaves what scaling has made of it. */
  configure(table: Table, now: number): void {
    const [before, after] = [this.table.provisioned, table.provisioned];
    const same = before?.readUnits === after?.readUnits && before?.writeUnits === after?.writeUnits;
    this.table = table;
    if (!same) this.provisioned = after;
    this.settle(now);
  }

  /** @returns whether the table serves it; otherwise it throttles */
  take(now: number, readUnits: number, writeUnits: number): boolean {
    if ((readUnits > 0 && !this.reads.has(now, readUnits)) || (writeUnits > 0 && !this.writes.has(now, writeUnits))) {
      this.throttled += 1;
      return false;
    }
    if (readUnits > 0) this.reads.take(readUnits);
    if (writeUnits > 0) this.writes.take(writeUnits);
    return true;
  }

  /** To be called every minute, so that use can be told and scaling acts on it. */
  minute(now: number): void {
    const before = this.minutes.at(-1) ?? this.peak;
    const readUnits = (this.reads.used - before.readUnits) / 60;
    const writeUnits = (this.writes.used - before.writeUnits) / 60;
    this.minutes.push({ readUnits: this.reads.used, writeUnits: this.writes.used });
    this.remember();
    if (this.provisioned !== undefined) {
      const { readScaling, writeScaling } = this.table;
      let { readUnits: reads, writeUnits: writes } = this.provisioned;
      [this.readMemory, reads] = scaled(readScaling, this.readMemory, now, readUnits, reads);
      [this.writeMemory, writes] = scaled(writeScaling, this.writeMemory, now, writeUnits, writes);
      this.provisioned = { readUnits: reads, writeUnits: writes };
    }
    this.settle(now);
  }

  /** Units used in an hour at the pace of the last minutes. */
  usePerHour(): { readonly reads: number; readonly writes: number } {
    const last = this.minutes.at(-1) ?? this.peak;
    const first = this.minutes.at(-1 - watchedMinutes) ?? this.minutes[0] ?? last;
    const hours = Math.max(1, Math.min(watchedMinutes, this.minutes.length - 1)) / 60;
    return {
      reads: (last.readUnits - first.readUnits) / hours,
      writes: (last.writeUnits - first.writeUnits) / hours,
    };
  }

  private settle(now: number): void {
    const { readUnits, writeUnits } = this.rates();
    const saves = this.provisioned !== undefined;
    const partitions = this.partitions();
    this.reads.configure(now, readUnits, saves, partitions * partition.readUnits);
    this.writes.configure(now, writeUnits, saves, partitions * partition.writeUnits);
  }

  private rates(): CapacityUnits {
    if (this.provisioned !== undefined) return this.provisioned;
    const { warm, most } = this.table;
    return {
      readUnits: Math.min(most.readUnits, Math.max(warm.readUnits, headroom * this.peak.readUnits)),
      writeUnits: Math.min(most.writeUnits, Math.max(warm.writeUnits, headroom * this.peak.writeUnits)),
    };
  }

  private partitions(): number {
    const { readUnits, writeUnits } = this.rates();
    const needed = Math.max(readUnits / partition.readUnits, writeUnits / partition.writeUnits);
    return Math.max(1, Math.ceil(needed));
  }

  /** A minute that is half an hour old counts as proven. */
  private remember(): void {
    if (this.minutes.length <= provenMinutes + 1) return;
    const [first, second] = this.minutes;
    this.minutes.shift();
    if (first === undefined || second === undefined) return;
    this.peak = {
      readUnits: Math.max(this.peak.readUnits, (second.readUnits - first.readUnits) / 60),
      writeUnits: Math.max(this.peak.writeUnits, (second.writeUnits - first.writeUnits) / 60),
    };
  }
}

function scaled(
  policy: CapacityScaling | undefined,
  memory: ScalingMemory,
  now: number,
  usedPerSecond: number,
  units: number,
): readonly [memory: ScalingMemory, units: number] {
  return policy === undefined ? [noMemory, units] : scaleCapacity(policy, memory, now, usedPerSecond, units);
}
