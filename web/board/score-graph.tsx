import { useEffect, useRef } from 'react';
import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import type { Graph } from './graph';
import { graphOptions } from './graph-options';

/** Points of the leading teams over event time, each line named at its end. */
export function ScoreGraph({ graph }: { readonly graph: Graph }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef(graph);
  const redraw = useRef<() => void>(undefined);

  useEffect(() => {
    drawn.current = graph;
    redraw.current?.();
  }, [graph]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let plot: uPlot | undefined;
    // Sizes of a uPlot are in its options and lines come and go with the leaders: a new one costs a few ms, once a round.
    const draw = () => {
      plot?.destroy();
      const { atSeconds, lines } = drawn.current;
      const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const options = graphOptions(drawn.current, { width: element.clientWidth, height: element.clientHeight, remPx });
      plot = new uPlot(options, [[...atSeconds], ...lines.map((line) => [...line.points])], element);
    };
    const resized = new ResizeObserver(draw);
    resized.observe(element);
    redraw.current = draw;
    return () => {
      resized.disconnect();
      redraw.current = undefined;
      plot?.destroy();
    };
  }, []);

  return (
    <section className="graph" aria-label="Points over time">
      <h2 className="label">Points{graph.partial ? ` of the first ${graph.lines.length}` : ''}</h2>
      <div ref={place} className="graph-plot" />
    </section>
  );
}
