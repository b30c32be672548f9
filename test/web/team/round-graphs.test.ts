import type { TeamView } from '../../../lib/api/views/team-view';
import type { LineGraph } from '../../../web/shared/graph/line-graph';
import { latencyGraph, servedGraph, servedShare, spendGraph, trafficGraph } from '../../../web/team/round-graphs';
import { teamTexts } from '../../../web/texts/team';

type Round = TeamView['rounds'][number];
const aRound = (round: number, parts: Partial<Round> = {}): Round => ({
  round,
  verdict: 'ok',
  planned: 120,
  counts: { fast: 80, acceptable: 10, slow: 5, faulty: 3, failed: 2 },
  p50Ms: 100,
  p95Ms: 400,
  spendUsdPerHour: 0.5,
  meanUsdPerHour: 0.4,
  allowanceUsdPerHour: 0.3,
  ...parts,
});
const unmeasured = { verdict: 'unchecked', counts: null, p50Ms: null, p95Ms: null } as const;
const sightOf = (...rounds: readonly Round[]) => ({
  rounds: [...rounds],
  rules: {
    roundSeconds: 60,
    fastMs: 300,
    acceptableMs: 1000,
    objective: 0.95,
    detect: { refund: 0.2, withinSeconds: 600 },
    recover: { refund: 0.3, withinSeconds: 1800 },
  },
  traffic: { stepsPerSecond: 2, plan: [1, 2, 3] },
  clock: { phase: 'running' as const, eventSeconds: 120, endsSeconds: 240, asOf: '', speed: 1 },
});
const names = teamTexts.en;
const valuesOf = (graph: LineGraph, id: string) => graph.lines.find((line) => line.id === id)?.values;

test('what is fast or acceptable is served well; where nothing was measured nothing is claimed', () => {
  expect(servedShare(aRound(0))).toBe(0.9);
  expect(servedShare(aRound(0, unmeasured))).toBeNull();
  expect(servedShare(aRound(0, { counts: { fast: 0, acceptable: 0, slow: 0, faulty: 0, failed: 0 } }))).toBeNull();
});

test('a round stands at its end, and a gap where nothing was measured', () => {
  const sight = sightOf(aRound(0), aRound(1, unmeasured), aRound(2));
  expect(servedGraph(sight, names).atSeconds).toEqual([60, 120, 180]);
  expect(valuesOf(servedGraph(sight, names), 'served')).toEqual([90, null, 90]);
  expect(valuesOf(latencyGraph(sight, names), 'p95')).toEqual([400, null, 400]);
});

test('what is promised, allowed or planned is dashed, what was measured is not', () => {
  const sight = sightOf(aRound(0));
  const dashed = [servedGraph, latencyGraph, spendGraph, trafficGraph].flatMap((graphOf) =>
    graphOf(sight, names)
      .lines.filter((line) => line.dashed)
      .map(({ id }) => id),
  );
  expect(dashed).toEqual(['objective', 'fast', 'acceptable', 'allowance', 'plan']);
});

test('spend is the mean that is judged, beside what was allowed', () => {
  const graph = spendGraph(sightOf(aRound(0)), names);
  expect([valuesOf(graph, 'mean'), valuesOf(graph, 'allowance')]).toEqual([[0.4], [0.3]]);
});

test('traffic is planned up to the end, and served as far as rounds were played', () => {
  const graph = trafficGraph(sightOf(aRound(0), aRound(1)), names);
  expect(graph.atSeconds).toEqual([60, 120, 240]);
  expect(valuesOf(graph, 'plan')).toEqual([2, 2, 3]);
  expect(valuesOf(graph, 'served')).toEqual([1.8, 1.8, null]);
  expect(graph.untilSeconds).toBe(240);
});

test('before the first round there are no values and nothing breaks', () => {
  const graph = trafficGraph(sightOf(), names);
  expect(valuesOf(graph, 'served')).toEqual([null, null]);
  expect(servedGraph(sightOf(), names).untilSeconds).toBe(0);
});

test('where the oldest rounds are not told any more, the axis begins with the first that is', () => {
  expect(servedGraph(sightOf(aRound(0)), names).fromSeconds).toBe(0);
  expect(servedGraph(sightOf(aRound(60), aRound(61)), names).fromSeconds).toBe(3660);
});
