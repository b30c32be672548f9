import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OrderReader } from '../../../lib/rehearsal/records/order-reader';
import { leaveOrder, ordersFile } from '../../../lib/rehearsal/records/orders';
import { anEvent } from '../../support/builders';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gameday-orders-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stop = (id: string) => ({ id, by: 'organizer', type: 'stop-ordered' }) as const;
const write = (text: string): void => appendFileSync(path.join(folder, ordersFile), text);

test('each order is read once, in the order in which they came', () => {
  const reader = new OrderReader(folder, anEvent());
  expect(reader.next().orders).toEqual([]);
  leaveOrder(folder, stop('a'));
  leaveOrder(folder, stop('b'));
  expect(reader.next().orders).toEqual([stop('a'), stop('b')]);
  expect(reader.next().orders).toEqual([]);
  leaveOrder(folder, stop('c'));
  expect(reader.next().orders).toEqual([stop('c')]);
});

test('a line is read when its end has come, also when it was cut in the middle of a letter', () => {
  const reader = new OrderReader(folder, anEvent());
  const bytes = Buffer.from('{"id":"é","by":"organizer","type":"stop-ordered"}\n');
  const cut = bytes.indexOf(0xc3) + 1;
  appendFileSync(path.join(folder, ordersFile), bytes.subarray(0, cut));
  expect(reader.next()).toEqual({ orders: [], problems: [] });
  appendFileSync(path.join(folder, ordersFile), bytes.subarray(cut));
  expect(reader.next().orders).toEqual([stop('é')]);
});

test('what is no order is told with its line, and the others count', () => {
  const reader = new OrderReader(folder, anEvent());
  write('\nrubbish\n');
  leaveOrder(folder, stop('a'));
  const { orders, problems } = reader.next();
  expect(orders).toEqual([stop('a')]);
  expect(problems).toEqual(['orders.jsonl line 2 is not a JSON object; it is left out']);
});
