import type { TeamView } from '../../lib/api/views/team-view';
import type { GraphLine, LineGraph } from '../shared/graph/line-graph';

type Round = TeamView['rounds'][number];
type Sight = Pick<TeamView, 'rounds' | 'rules' | 'traffic' | 'clock'>;

/** What the lines are called. */
export type LineNames = Readonly<
  Record<'objective' | 'fast' | 'acceptable' | 'plan' | 'servedLine' | 'mean' | 'allowance', string>
>;

// Told apart by their names and by being dashed or not, whatever the eye makes of the colours.
const PROMISED = '#a9b8c6';
const GOOD = '#3ddbb0';
const MIDDLE = '#8ad8ff';
const HIGH = '#ffc53d';

/** Share of a round's steps that were served well, 0 to 1; null where nothing was measured. */
export function servedShare({ counts }: Pick<Round, 'counts'>): number | null {
  if (counts === null) return null;
  const { fast, acceptable, slow, faulty, failed } = counts;
  const offered = fast + acceptable + slow + faulty + failed;
  return offered === 0 ? null : (fast + acceptable) / offered;
}

/** Percent of the steps served well, round by round, under the objective. */
export const servedGraph = (sight: Sight, names: LineNames): LineGraph =>
  graphOf(sight, [
    level(sight, 'objective', names.objective, sight.rules.objective * 100),
    line(sight, 'served', names.servedLine, GOOD, (round) => scaled(servedShare(round), 100)),
  ]);

/** Latency of half and of 95 % of the answers, between the bands that decide what a step is worth. */
export const latencyGraph = (sight: Sight, names: LineNames): LineGraph =>
  graphOf(sight, [
    level(sight, 'fast', names.fast, sight.rules.fastMs),
    level(sight, 'acceptable', names.acceptable, sight.rules.acceptableMs),
    line(sight, 'p50', 'p50', MIDDLE, ({ p50Ms }) => p50Ms),
    line(sight, 'p95', 'p95', HIGH, ({ p95Ms }) => p95Ms),
  ]);

/** The mean spend that is judged, and what is allowed at the traffic of each round. */
export const spendGraph = (sight: Sight, names: LineNames): LineGraph =>
  graphOf(sight, [
    dashed(line(sight, 'allowance', names.allowance, PROMISED, ({ allowanceUsdPerHour }) => allowanceUsdPerHour)),
    line(sight, 'mean', names.mean, MIDDLE, ({ meanUsdPerHour }) => meanUsdPerHour),
  ]);

/** Planned traffic up to the event's end, and how much of it was served well. */
export function trafficGraph(sight: Sight, names: LineNames): LineGraph {
  const { rounds, rules, traffic, clock } = sight;
  const played = endsOf(sight);
  const between = clock.endsSeconds / Math.max(1, traffic.plan.length - 1);
  const last = played.at(-1) ?? 0;
  const ahead = traffic.plan.flatMap((rate, place) =>
    place * between > last ? [{ atSeconds: place * between, rate }] : [],
  );
  const plannedRate = ({ planned }: Round): number => planned / rules.roundSeconds;
  return {
    atSeconds: [...played, ...ahead.map(({ atSeconds }) => atSeconds)],
    lines: [
      {
        id: 'plan',
        name: names.plan,
        hue: PROMISED,
        dashed: true,
        values: [...rounds.map(plannedRate), ...ahead.map(({ rate }) => rate)],
      },
      {
        id: 'served',
        name: names.servedLine,
        hue: GOOD,
        values: [...rounds.map((round) => scaled(servedShare(round), plannedRate(round))), ...ahead.map(() => null)],
      },
    ],
    fromSeconds: fromSecondsOf(sight),
    untilSeconds: Math.max(clock.endsSeconds, last),
    markedAtSeconds: null,
  };
}

const scaled = (share: number | null, by: number): number | null => (share === null ? null : share * by);

const endsOf = ({ rounds, rules }: Sight): number[] => rounds.map(({ round }) => (round + 1) * rules.roundSeconds);

/** The end of the oldest round that is told; a long event's beginning is not. */
const fromSecondsOf = (sight: Sight): number => {
  const [first = 0] = endsOf(sight);
  return first <= sight.rules.roundSeconds ? 0 : first;
};

function graphOf(sight: Sight, lines: readonly GraphLine[]): LineGraph {
  const atSeconds = endsOf(sight);
  return {
    atSeconds,
    lines,
    fromSeconds: fromSecondsOf(sight),
    untilSeconds: atSeconds.at(-1) ?? 0,
    markedAtSeconds: null,
  };
}

const line = (
  { rounds }: Sight,
  id: string,
  name: string,
  hue: string,
  valueOf: (round: Round) => number | null,
): GraphLine => ({ id, name, hue, values: rounds.map(valueOf) });

const dashed = (drawn: GraphLine): GraphLine => ({ ...drawn, dashed: true });

const level = (sight: Sight, id: string, name: string, value: number): GraphLine =>
  dashed(line(sight, id, name, PROMISED, () => value));
