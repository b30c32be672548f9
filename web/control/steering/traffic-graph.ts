import type { LineGraph } from '../../shared/graph/line-graph';

/** The plan as a line over the whole event, with now marked. @param plan steps per second, evenly spaced from 0 to the end */
export function trafficGraph(
  plan: readonly number[],
  endsSeconds: number,
  nowSeconds: number,
  name: string,
): LineGraph {
  const between = endsSeconds / Math.max(1, plan.length - 1);
  return {
    atSeconds: plan.map((_, place) => place * between),
    lines: [{ id: 'plan', name, hue: PLAN, values: [...plan] }],
    untilSeconds: endsSeconds,
    markedAtSeconds: nowSeconds,
  };
}

const PLAN = '#3ddbb0';
