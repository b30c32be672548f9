import type { Graph } from './graph';
import { LinePlot } from '../shared/graph/line-plot';
import type { Scale } from '../shared/graph/line-graph-options';

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const points: Scale = { words: (value) => short.format(value) };

/** Points of the leading teams over event time, each line named at its end. */
export function ScoreGraph({ graph }: { readonly graph: Graph }) {
  return (
    <section className="graph" aria-label="Points over time">
      <h2 className="label">Points{graph.partial ? ` of the first ${graph.lines.length}` : ''}</h2>
      <LinePlot graph={graph} scale={points} />
    </section>
  );
}
