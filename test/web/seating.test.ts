import fc from 'fast-check';
import { seat } from '../../web/board/seating';

const shownIn = (teams: number, turn: number) => seat(teams, turn).columns.flat();

test.each([
  [1, 'single'],
  [8, 'single'],
  [9, 'double'],
  [20, 'double'],
  [21, 'turning'],
  [100, 'turning'],
])('%d teams are seated %s', (teams, kind) => {
  expect(seat(teams, 0).kind).toBe(kind);
});

test('within one round of turns everybody is seen, nobody twice at a time, and no column is longer than its rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(10_000), (teams, first) => {
      const { turns } = seat(teams, first);
      const seen = new Set<number>();
      for (let turn = first; turn < first + turns; turn += 1) {
        const shown = shownIn(teams, turn);
        expect(new Set(shown).size).toBe(shown.length);
        expect(seat(teams, turn).columns.every((column) => column.length <= seat(teams, turn).rows)).toBe(true);
        shown.forEach((row) => seen.add(row));
      }
      expect(seen.size).toBe(teams);
    }),
  );
});

test('the leaders stay while the others take turns', () => {
  for (let turn = 0; turn < 9; turn += 1)
    expect(shownIn(100, turn).slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
