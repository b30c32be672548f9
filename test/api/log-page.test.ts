import fc from 'fast-check';
import { logPage } from '../../lib/api/views/log-page';
import type { LogEntry } from '../../lib/core/records/records';
import { anEntry } from '../support/builders';

const entries = (count: number): LogEntry[] =>
  Array.from({ length: count }, (_, second) => anEntry('announced', second, { text: `${second}` }));

/** What a page has when it reads until there is no more. */
function readOn(
  log: readonly LogEntry[],
  known: LogEntry[] = [],
  cursor?: string,
): { known: LogEntry[]; cursor: string } {
  const page = logPage(log, cursor);
  const now = [...known.slice(0, page.from), ...page.entries];
  return page.more ? readOn(log, now, page.cursor) : { known: now, cursor: page.cursor };
}

test('whoever reads on has the whole log, wherever entries came in', () => {
  const anyGrowth = fc.tuple(fc.nat(700), fc.array(fc.nat(2000), { maxLength: 5 }));
  fc.assert(
    fc.property(anyGrowth, ([count, places]) => {
      const log = entries(count);
      let { known, cursor } = readOn(log);
      for (const [index, place] of places.entries()) {
        log.splice(place % (log.length + 1), 0, anEntry('announced', 5000 + index, { text: 'late' }));
        ({ known, cursor } = readOn(log, known, cursor));
        expect(known).toEqual(log);
      }
    }),
    { numRuns: 50 },
  );
});

test('what is known already is not sent again', () => {
  const log = entries(10);
  const { cursor } = logPage(log, undefined);
  expect(logPage(log, cursor)).toMatchObject({ from: 10, entries: [], more: false });
  expect(logPage([...log, ...entries(11).slice(10)], cursor)).toMatchObject({ from: 10, entries: [{ text: '10' }] });
});

test.each(['', 'x', '-1.x', '1e3', '3.guessed', '999999.x', 'Infinity'])(
  'with the cursor "%s", which is none, the log is read from its beginning',
  (cursor) => {
    expect(logPage(entries(5), cursor)).toMatchObject({ from: 0, entries: entries(5) });
  },
);
