import fc from 'fast-check';
import { graphOf, lineHues } from '../../web/board/graph';
import { hues } from '../../web/board/hues';
import { placeLabels } from '../../web/shared/graph/label-places';
import { aSnapshot } from '../support/snapshots';

test('lines begin at nothing and have a point for each sampled round, at its end', () => {
  const snapshot = aSnapshot({ teams: 4, rounds: 3 });
  const graph = graphOf(snapshot);
  expect(graph.atSeconds).toEqual([0, 60, 120, 180]);
  expect(graph.lines.map((line) => line.values)).toEqual(snapshot.teams.map((team) => [0, ...team.history]));
});

test('of many teams only as many leaders are drawn as can be told apart', () => {
  const snapshot = aSnapshot({ teams: 100 });
  expect(graphOf(snapshot).lines.map((line) => line.id)).toEqual(
    snapshot.teams.slice(0, hues.length).map((team) => team.id),
  );
});

test('no two lines have one colour, and up to eight teams keep theirs however they overtake', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.nat()), (teams, order) => {
      const snapshot = aSnapshot({ teams, rounds: 1 });
      const shuffled = [...snapshot.teams]
        .map((team) => [order.next().value ?? 0, team] as const)
        .sort((a, b) => a[0] - b[0]);
      const colours = lineHues({ ...snapshot, teams: shuffled.map(([, team]) => team) });
      expect(new Set(colours.values()).size).toBe(Math.min(teams, hues.length));
      if (teams <= hues.length) expect(colours).toEqual(lineHues(snapshot));
    }),
  );
});

test('labels keep apart, stay inside and keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 8 }), (wanted) => {
      const places = placeLabels(wanted, 20, 0, 400);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(400);
      const sorted = [...places].sort((a, b) => a - b);
      sorted.slice(1).forEach((y, i) => expect(y - sorted[i]!).toBeGreaterThanOrEqual(20 - 1e-9));
      wanted.forEach((a, i) => wanted.forEach((b, j) => a < b && expect(places[i]).toBeLessThan(places[j]!)));
    }),
  );
});

test('labels with room stand where they want to', () => {
  expect(placeLabels([300, 100, 200], 20, 0, 400)).toEqual([300, 100, 200]);
});
