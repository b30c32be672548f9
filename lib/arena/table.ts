import type { Table } from '../architecture/architecture';
import { Pile } from './faults/pile';

/** Unused capacity of the last five minutes may be used in a burst. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html */
const burstSeconds = 300;
const watchedMinutes = 5;

/** A DynamoDB table's throughput: read and write units as two buckets that fill at the provisioned rate. On demand there is no limit. */
export class TableThroughput {
  private readTokens: number;
  private writeTokens: number;
  private filledAt = 0;
  private reads = 0;
  private writes = 0;
  private readonly minutes: { readonly reads: number; readonly writes: number }[] = [{ reads: 0, writes: 0 }];
  throttled = 0;
  /** Share of calls that are throttled whatever the capacity. */
  readonly throttling = new Pile();

  constructor(public table: Table) {
    this.readTokens = (table.provisioned?.readUnits ?? 0) * burstSeconds;
    this.writeTokens = (table.provisioned?.writeUnits ?? 0) * burstSeconds;
  }

  configure(table: Table, now: number): void {
    this.fill(now);
    this.table = table;
    // Capacity that is added comes without saved-up burst.
    this.readTokens = Math.min(this.readTokens, (table.provisioned?.readUnits ?? 0) * burstSeconds);
    this.writeTokens = Math.min(this.writeTokens, (table.provisioned?.writeUnits ?? 0) * burstSeconds);
  }

  /** @returns whether the table serves it; otherwise it throttles */
  take(now: number, readUnits: number, writeUnits: number): boolean {
    if (this.table.provisioned !== undefined) {
      this.fill(now);
      if (this.readTokens < readUnits || this.writeTokens < writeUnits) {
        this.throttled += 1;
        return false;
      }
      this.readTokens -= readUnits;
      this.writeTokens -= writeUnits;
    }
    this.reads += readUnits;
    this.writes += writeUnits;
    return true;
  }

  /** To be called every minute, so that use can be told. */
  minute(): void {
    this.minutes.push({ reads: this.reads, writes: this.writes });
    if (this.minutes.length > watchedMinutes + 1) this.minutes.shift();
  }

  /** Units used in an hour at the pace of the last minutes. */
  usePerHour(): { readonly reads: number; readonly writes: number } {
    const first = this.minutes[0] ?? { reads: 0, writes: 0 };
    const last = this.minutes.at(-1) ?? first;
    const hours = Math.max(1, this.minutes.length - 1) / 60;
    return { reads: (last.reads - first.reads) / hours, writes: (last.writes - first.writes) / hours };
  }

  private fill(now: number): void {
    const { readUnits = 0, writeUnits = 0 } = this.table.provisioned ?? {};
    const passed = now - this.filledAt;
    this.filledAt = now;
    this.readTokens = Math.min(readUnits * burstSeconds, this.readTokens + readUnits * passed);
    this.writeTokens = Math.min(writeUnits * burstSeconds, this.writeTokens + writeUnits * passed);
  }
}
