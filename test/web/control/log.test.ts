import type { OrganizerLog } from '../../../lib/api/routes/organizer';
import { isRuling, logLines, type OrganizerEntry } from '../../../web/control/log/log-lines';
import { withPage } from '../../../web/control/log/use-log';

const entry = (id: string, type: string, atSeconds: number, more: object = {}): OrganizerEntry => ({
  id,
  type,
  at: new Date(Date.parse('2026-12-10T08:00:00Z') + atSeconds * 1000).toISOString(),
  atSeconds,
  by: 'organizer',
  ...more,
});
const page = (from: number, entries: OrganizerEntry[], cursor: string): OrganizerLog => ({
  from,
  entries,
  cursor,
  more: false,
});

test('the log stands newest first, with whom an entry is about and what it says', () => {
  const [first, second] = logLines([
    entry('a', 'announced', 10, { text: '<b>lunch</b>' }),
    entry('b', 'adjusted', 20, { team: 'blue', points: 5, reason: 'fair' }),
  ]);
  expect(first).toMatchObject({ entry: { id: 'b' }, team: 'blue', says: 'points 5 · fair' });
  expect(second).toMatchObject({ entry: { id: 'a' }, team: undefined, says: '<b>lunch</b>' });
});

test('what was taken back is shown so, unless that was taken back itself', () => {
  const retracted = (id: string, of: string, at: number) => entry(id, 'retracted', at, { entry: of, reason: '' });
  const states = (...more: OrganizerEntry[]) =>
    Object.fromEntries(
      logLines([entry('a', 'announced', 10, { text: '' }), ...more]).map((line) => [line.entry.id, line.retracted]),
    );
  expect(states()).toEqual({ a: false });
  expect(states(retracted('r', 'a', 20))).toEqual({ a: true, r: false });
  expect(states(retracted('r', 'a', 20), retracted('s', 'r', 30))).toEqual({ a: false, r: true, s: false });
});

test.each([
  'started',
  'paused',
  'closed',
  'experiment-started',
  'experiment-ordered',
  'stop-ordered',
  'repaired',
  'repair-made',
  'operated',
])('%s is not offered to be taken back', (type) => {
  expect(logLines([entry('a', type, 10)])[0]?.retractable).toBe(false);
});

test('what organizers say and decide is offered to be taken back, once', () => {
  const back = entry('r', 'retracted', 20, { entry: 'a', reason: '' });
  expect(logLines([entry('a', 'adjusted', 10)])[0]?.retractable).toBe(true);
  expect(logLines([entry('a', 'adjusted', 10), back]).map((line) => line.retractable)).toEqual([true, false]);
});

test('rulings are what is decided about points', () => {
  expect(['adjusted', 'voided', 'retracted', 'announced'].filter((type) => isRuling(entry('a', type, 1)))).toEqual([
    'adjusted',
    'voided',
    'retracted',
  ]);
});

test('a page of the log comes after what is known, and one that begins again replaces it', () => {
  const [a, b, c] = [entry('a', 'announced', 1), entry('b', 'announced', 2), entry('c', 'announced', 3)];
  const first = withPage({ entries: [], cursor: undefined }, page(0, [a, b], '2.x'));
  const second = withPage(first, page(2, [c], '3.y'));
  expect([second.entries.map(({ id }) => id), second.cursor]).toEqual([['a', 'b', 'c'], '3.y']);
  expect(withPage(second, page(0, [a, c, b], '3.z')).entries.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});
