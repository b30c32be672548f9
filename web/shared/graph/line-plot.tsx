import { useEffect, useRef } from 'react';
import 'uplot/dist/uPlot.min.css';
import './line-plot.css';
import uPlot from 'uplot';
import type { LineGraph } from './line-graph';
import { lineGraphOptions, type Scale } from './line-graph-options';

interface LinePlotProps {
  readonly graph: LineGraph;
  readonly scale: Scale;
}

/** Draws a graph as large as its place, which somebody else gives a height and a name. */
export function LinePlot({ graph, scale }: LinePlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef({ graph, scale });
  const redraw = useRef<() => void>(undefined);

  useEffect(() => {
    drawn.current = { graph, scale };
    redraw.current?.();
  }, [graph, scale]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let plot: uPlot | undefined;
    // Sizes of a uPlot are in its options and lines come and go: a new one costs a few ms, once a round.
    const draw = () => {
      plot?.destroy();
      const { atSeconds, lines } = drawn.current.graph;
      const emPx = parseFloat(getComputedStyle(element).fontSize);
      const size = { width: element.clientWidth, height: element.clientHeight, emPx };
      const options = lineGraphOptions(drawn.current.graph, drawn.current.scale, size);
      plot = new uPlot(options, [[...atSeconds], ...lines.map((line) => [...line.values])], element);
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

  return <div ref={place} className="line-plot" />;
}
