import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type { GameDayEvent } from '../../core/event/event';
import { readOrder } from '../../core/records/order';
import type { Fact } from './journal';
import { ordersFile } from './orders';

/** Reads what others order in a rehearsal's folder, each line once. */
export class OrderReader {
  private readBytes = 0;
  private readLines = 0;
  private readonly file: string;

  constructor(
    folder: string,
    private readonly event: GameDayEvent,
  ) {
    this.file = path.join(folder, ordersFile);
  }

  /** Orders that came since the last time, and what is wrong with the others, a sentence each. A line without its end is read when it has one. */
  next(): { readonly orders: readonly Fact[]; readonly problems: readonly string[] } {
    const orders: Fact[] = [];
    const problems: string[] = [];
    for (const line of this.newLines()) {
      this.readLines += 1;
      if (line.trim() === '') continue;
      const order = readOrder(this.event, line);
      if (order.ok) orders.push(order.fact);
      else problems.push(`${ordersFile} line ${this.readLines} ${order.reason}; it is left out`);
    }
    return { orders, problems };
  }

  private newLines(): readonly string[] {
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    if (size <= this.readBytes) return [];
    const bytes = Buffer.alloc(size - this.readBytes);
    const file = openSync(this.file, 'r');
    try {
      readSync(file, bytes, 0, bytes.length, this.readBytes);
    } finally {
      closeSync(file);
    }
    const end = bytes.lastIndexOf('\n') + 1;
    this.readBytes += end;
    return end === 0 ? [] : bytes.toString('utf8', 0, end - 1).split('\n');
  }
}
