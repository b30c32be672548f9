import type { Graph } from './graph';
import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';
import { LinePlot } from '../shared/graph/line-plot';
import type { Scale } from '../shared/graph/line-graph-options';

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const points: Scale = { words: (value) => short.format(value) };

/** Points of the leading teams over event time, each line named at its end. */
export function ScoreGraph({ graph }: { readonly graph: Graph }) {
  const texts = useTexts(boardTexts);
  return (
    <section className="graph" aria-label={texts.pointsOverTime}>
      <h2 className="label">{graph.partial ? texts.pointsOfFirst(graph.lines.length) : texts.points}</h2>
      <LinePlot graph={graph} scale={points} />
    </section>
  );
}
