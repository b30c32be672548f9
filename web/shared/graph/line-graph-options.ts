import type uPlot from 'uplot';
import type { LineGraph } from './line-graph';
import { placeLabels } from './label-places';

/** What the height of a graph means. */
export interface Scale {
  /** What stands at a height of the axis. */
  readonly words: (value: number) => string;
  /** Lowest and highest value. @default those of the lines */
  readonly range?: readonly [number, number];
  /** Values that the axis reaches at least, however low the lines are. */
  readonly atLeast?: readonly [number, number];
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** Text and strokes scale with what is around them. */
  readonly emPx: number;
}

const AXIS = '#a9b8c6';
const GRID = '#1d2733';
const MARK = '#8ad8ff';
const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

/** How uPlot is to draw a graph on a dark page of this size. */
export function lineGraphOptions(graph: LineGraph, scale: Scale, { width, height, emPx }: Size): uPlot.Options {
  // A third of a small graph, and room for a word of ten letters in any.
  const labelsPx = Math.min(emPx * 9.5, Math.max(width * 0.3, emPx * 7.5));
  // uPlot reads whole pixels only.
  const fontPx = Math.ceil(emPx);
  const font = `${fontPx}px ${FONT}`;
  const axis = { stroke: AXIS, font, grid: { stroke: GRID, width: 1 }, ticks: { show: false } };
  return {
    width,
    height,
    padding: [emPx * 0.8, labelsPx, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false, range: [graph.fromSeconds ?? 0, graph.untilSeconds] }, y: heights(scale) },
    axes: [
      {
        ...axis,
        size: emPx * 2.1,
        gap: emPx * 0.5,
        space: emPx * 5,
        incrs: wholeMinutes,
        values: (_plot, at) => at.map(timeLabel),
      },
      { ...axis, size: emPx * 3.6, space: emPx * 3, values: (_plot, at) => at.map(scale.words) },
    ],
    series: [
      {},
      ...graph.lines.map((line) => ({
        label: line.id,
        stroke: line.hue,
        width: emPx * (line.dashed ? 0.1 : 0.14),
        ...(line.dashed ? { dash: [emPx * 0.4, emPx * 0.3] } : {}),
        points: { show: false },
      })),
    ],
    hooks: {
      draw: [
        (plot) => {
          markInstant(plot, graph, emPx);
          nameLines(plot, graph, { emPx, labelsPx });
        },
      ],
    },
  };
}

const wholeMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 180].map((minutes) => minutes * 60);

const timeLabel = (seconds: number) =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;

function heights({ range, atLeast }: Scale): uPlot.Scale {
  if (range !== undefined) return { range: [range[0], range[1]] };
  if (atLeast === undefined) return {};
  return {
    range: (_plot, lowest, highest) => [
      Math.min(lowest ?? atLeast[0], atLeast[0]),
      Math.max(highest ?? atLeast[1], atLeast[1]) * 1.05,
    ],
  };
}

/** A canvas counts device pixels; everything here is in CSS pixels and so multiplied by the ratio of the two. */
const ratio = () => devicePixelRatio;

function markInstant(plot: uPlot, graph: LineGraph, emPx: number): void {
  if (graph.markedAtSeconds === null || graph.markedAtSeconds > graph.untilSeconds) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(graph.markedAtSeconds, 'x', true);
  ctx.save();
  ctx.strokeStyle = MARK;
  ctx.lineWidth = emPx * 0.12 * ratio();
  ctx.setLineDash([emPx * 0.4 * ratio(), emPx * 0.3 * ratio()]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

/** Names stand at the lines' ends, in their colours, kept apart where lines end close together. */
function nameLines(plot: uPlot, graph: LineGraph, { emPx, labelsPx }: { emPx: number; labelsPx: number }): void {
  const { ctx, bbox } = plot;
  const gap = emPx * 1.25 * ratio();
  const ends = graph.lines.map((line) => plot.valToPos(lastOf(line.values), 'y', true));
  const places = placeLabels(ends, gap, bbox.top, bbox.top + bbox.height);
  const left = bbox.left + bbox.width;
  const room = (labelsPx - emPx * 0.8) * ratio();
  ctx.save();
  ctx.font = `600 ${emPx * ratio()}px ${FONT}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  graph.lines.forEach((line, i) => {
    const [end, y] = [ends[i] ?? 0, places[i] ?? 0];
    ctx.strokeStyle = line.hue;
    ctx.lineWidth = emPx * 0.07 * ratio();
    ctx.beginPath();
    ctx.moveTo(left, end);
    ctx.lineTo(left + emPx * 0.6 * ratio(), y);
    ctx.stroke();
    ctx.fillStyle = line.hue;
    ctx.fillText(fitting(ctx, line.name, room), left + emPx * 0.8 * ratio(), y);
  });
  ctx.restore();
}

const lastOf = (values: readonly (number | null)[]): number => values.findLast((value) => value !== null) ?? 0;

/** The text, or as much of its beginning as there is room for. */
function fitting(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && ctx.measureText(`${letters.join('')}…`).width > room) letters.pop();
  return `${letters.join('')}…`;
}
