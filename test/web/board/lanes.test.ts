import type { BoardIncident } from '../../../lib/core/view/board-incidents';
import { lanesOf } from '../../../web/board/incidents/lanes';
import { aSnapshot } from '../../support/snapshots';

const incident = (startSeconds: number, endSeconds: number | null, declaredAtSeconds: number | null = null) =>
  ({ startSeconds, endSeconds, declaredAtSeconds, cause: null }) satisfies BoardIncident;
const of = (...incidents: (readonly BoardIncident[])[]) => {
  const snapshot = aSnapshot({ teams: incidents.length, rounds: 10 });
  return { ...snapshot, teams: snapshot.teams.map((team, place) => ({ ...team, incidents: incidents[place]! })) };
};

test('an incident lies where it was on the way to now, with its declaration in it', () => {
  const [lane] = lanesOf(of([incident(60, 300, 120)]), 5);
  expect(lane?.bars[0]).toMatchObject({ from: 0.1, to: 0.5, declared: 0.2, recovered: true });
});

test('an open one reaches to now, or to the freeze', () => {
  const snapshot = of([incident(300, null)]);
  expect(lanesOf(snapshot, 5)[0]?.bars[0]).toMatchObject({ from: 0.5, to: 1, recovered: false, declared: undefined });
  const frozen = { ...snapshot, freeze: { frozen: true, atSeconds: 400, revealed: false } };
  expect(lanesOf(frozen, 5)[0]?.bars[0]).toMatchObject({ from: 0.75, to: 1 });
});

test('a declaration that came before its impact stands at its beginning, one that came after its end at its end', () => {
  const bars = lanesOf(of([incident(120, 240, 60), incident(300, 360, 420)]), 5)[0]!.bars;
  expect(bars.map(({ declared }) => declared)).toEqual([0.2, 0.6]);
});

test('where there is room for some, those with an open or the newest incident are shown, in standings order', () => {
  const snapshot = of([incident(0, 60)], [incident(0, 600)], [], [incident(0, null)]);
  expect(lanesOf(snapshot, 2).map(({ id }) => id)).toEqual([snapshot.teams[1]!.id, snapshot.teams[3]!.id]);
});
