import type { RecordsPort } from '../../api/ports';
import type { Instant } from '../../core/event/event';
import type { LogEntry, RoundRecord } from '../../core/records/records';
import type { EventRecords } from '../event-records';

/** How often what is newest is asked for, and how often everything is, ms. */
const log = { newestMs: 1000, wholeMs: 60_000 } as const;
const rounds = { newestMs: 5000, wholeMs: 600_000 } as const;
/** Entries that are written now may be dated so long ago, or later; clocks differ, and some take effect when they are asked for. */
const DATED_BACK_MS = 5 * 60_000;
/** Rounds that are measured again when late windows come in. */
const MEASURED_AGAIN = 5;

type Table = Pick<EventRecords, 'log' | 'all' | 'append'>;

/**
 * An event's records, kept in memory from one request to the next, so that a page that polls costs a glance at what is newest. Records are only
 * ever added or measured anew, so what is known stays true; now and then everything is read, for what was dated far back.
 */
export class KeptRecords implements RecordsPort {
  private readonly entries = new Map<string, LogEntry>();
  private readonly measured = new Map<number, RoundRecord>();
  private readonly logReading: Tide;
  private readonly roundsReading: Tide;

  /** @param now milliseconds since the epoch */
  constructor(
    private readonly table: Table,
    private readonly now: () => Instant = Date.now,
  ) {
    this.logReading = new Tide(log, now, (whole) => this.readLog(whole));
    this.roundsReading = new Tide(rounds, now, (whole) => this.readRounds(whole));
  }

  async log(): Promise<readonly LogEntry[]> {
    await this.logReading.rise();
    return [...this.entries.values()];
  }

  async rounds(): Promise<readonly RoundRecord[]> {
    await this.roundsReading.rise();
    return [...this.measured.values()];
  }

  async append(entry: LogEntry): Promise<boolean> {
    await this.table.append(entry);
    this.keep(entry);
    return true;
  }

  /** Whoever is about to write has to know what others have written. */
  lookAnew(): void {
    this.logReading.forget();
  }

  private async readLog(whole: boolean): Promise<void> {
    const entries = await this.table.log(whole ? undefined : this.now() - DATED_BACK_MS);
    entries.forEach((entry) => this.keep(entry));
  }

  private async readRounds(whole: boolean): Promise<void> {
    const newest = Math.max(0, ...this.measured.keys());
    for (const record of await this.table.all(whole ? 0 : Math.max(0, newest - MEASURED_AGAIN))) {
      this.measured.set(record.round, record);
    }
  }

  private keep(entry: LogEntry): void {
    this.entries.set(`${entry.at} ${entry.id}`, entry);
  }
}

/** When to read what is newest, and when everything; those who ask while it is read share it. */
class Tide {
  private newestUntil = -Infinity;
  private wholeUntil = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly often: { readonly newestMs: number; readonly wholeMs: number },
    private readonly now: () => Instant,
    private readonly read: (whole: boolean) => Promise<void>,
  ) {}

  rise(): Promise<void> {
    if (this.now() < this.newestUntil) return Promise.resolve();
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    return this.reading;
  }

  forget(): void {
    this.newestUntil = -Infinity;
  }

  private async readNow(): Promise<void> {
    const at = this.now();
    const whole = at >= this.wholeUntil;
    await this.read(whole);
    this.newestUntil = at + this.often.newestMs;
    if (whole) this.wholeUntil = at + this.often.wholeMs;
  }
}
