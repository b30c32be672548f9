import { KeptRecords } from '../../../lib/aws/api/kept-records';
import type { LogEntry, RoundRecord } from '../../../lib/core/records/records';

const START = Date.parse('2026-12-10T09:00:00Z');
const announced = (id: string, atMs: number): LogEntry => ({
  id,
  at: new Date(atMs).toISOString(),
  by: 'organizer',
  type: 'announced',
  text: id,
});
const round = (number: number): RoundRecord => ({
  round: number,
  startsAt: new Date(START + number * 60_000).toISOString(),
  teams: {},
});

class Table {
  entries: LogEntry[] = [];
  rounds: RoundRecord[] = [];
  readonly asked: string[] = [];
  refuses: Error | undefined;

  log(since = -Infinity): Promise<readonly LogEntry[]> {
    this.asked.push(since === -Infinity ? 'whole log' : 'newest entries');
    return Promise.resolve(this.entries.filter(({ at }) => Date.parse(at) >= since));
  }
  all(since = 0): Promise<readonly RoundRecord[]> {
    this.asked.push(`rounds from ${since}`);
    return Promise.resolve(this.rounds.filter((each) => each.round >= since));
  }
  append(entry: LogEntry): Promise<void> {
    if (this.refuses !== undefined) return Promise.reject(this.refuses);
    this.entries.push(entry);
    return Promise.resolve();
  }
}

let table: Table;
let now: number;
let records: KeptRecords;
const ids = async () => (await records.log()).map(({ id }) => id);
beforeEach(() => {
  table = new Table();
  now = START;
  records = new KeptRecords(table, () => now);
});

test('a hundred requests in one second ask the table once', async () => {
  await Promise.all(Array.from({ length: 50 }, () => records.log()));
  now += 900;
  await Promise.all(Array.from({ length: 50 }, () => records.log()));
  expect(table.asked).toEqual(['whole log']);
});

test('what others write is known a second later, by a look at what is newest alone', async () => {
  table.entries.push(announced('old', START - 3_600_000));
  expect(await ids()).toEqual(['old']);
  table.entries.push(announced('new', now));
  now += 1000;
  expect(await ids()).toEqual(['old', 'new']);
  expect(table.asked).toEqual(['whole log', 'newest entries']);
});

test('what takes effect later is known at once, and what is dated far back within a minute', async () => {
  await ids();
  table.entries.push(announced('later', now + 45_000), announced('long ago', now - 3_600_000));
  now += 1000;
  expect(await ids()).toEqual(['later']);
  now += 60_000;
  expect((await ids()).sort()).toEqual(['later', 'long ago']);
});

test('whoever has written sees it, and whoever is about to write what others have written', async () => {
  await ids();
  expect(await records.append(announced('own', now))).toBe(true);
  expect(await ids()).toEqual(['own']);
  table.entries.push(announced('of others', now));
  expect(await ids()).toEqual(['own']);
  records.lookAnew();
  expect(await ids()).toEqual(['own', 'of others']);
});

test('what could not be written is not there, and its writer is told', async () => {
  table.refuses = new Error('throttled');
  await expect(records.append(announced('lost', now))).rejects.toThrow('throttled');
  expect(await ids()).toEqual([]);
});

test('rounds that were measured again replace what was known; older ones are not read again each time', async () => {
  table.rounds = Array.from({ length: 20 }, (_, number) => round(number));
  expect(await records.rounds()).toHaveLength(20);
  const again = { ...round(18), startsAt: new Date(START).toISOString() };
  table.rounds[18] = again;
  table.rounds.push(round(20));
  now += 5000;
  const known = await records.rounds();
  expect(known).toHaveLength(21);
  expect(known[18]).toBe(again);
  expect(table.asked).toEqual(['rounds from 0', 'rounds from 14']);
});
