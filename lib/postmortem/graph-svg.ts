import { formatClock } from '../core/event/durations';
import type { Graph } from './graph';
import { htmlText } from './html-text';
import { percent } from './words';

const WIDTH = 800;
const LEFT = 48;
const RIGHT = 22;
const TOP = 73;
const PLOT = 190;
const LANE = 24;
/** Rows over the plot in which labels of marks take turns, so that neighbours do not overlap. */
const LABEL_ROWS = 4;
const MOST_TICKS = 9;
const TICK_SECONDS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];

/**
 * The graph as an image of its own, without script: the share served well by the round, what faults were there, and marks of what happened.
 * Colours are those of the page it stands in, where that names them.
 */
export function graphSvg(graph: Graph): string {
  const height = TOP + PLOT + 26 + lanesOf(graph).length * LANE;
  const scale = (WIDTH - LEFT - RIGHT) / Math.max(1, graph.toSeconds - graph.fromSeconds);
  const x = (seconds: number): number => round(LEFT + (seconds - graph.fromSeconds) * scale);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="gameday-graph" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${description(graph)}">` +
    `<style>${style}</style><rect class="ground" width="${WIDTH}" height="${height}"/>` +
    `${grid(graph, x)}${shares(graph, x)}<path class="objective" d="M${LEFT} ${y(graph.objective)}H${WIDTH - RIGHT}"/>${faults(graph, x)}${marks(graph, x)}</svg>`
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
const y = (share: number): number => round(TOP + (1 - share) * PLOT);

function description({ fromSeconds, toSeconds, rounds }: Graph): string {
  const least = rounds.reduce((worst, { share }) => Math.min(worst, share), 1);
  const span = `${formatClock(fromSeconds)} to ${formatClock(toSeconds)}`;
  return `Share of requests served well from ${span}, in the worst round ${percent(least)}`;
}

function grid({ fromSeconds, toSeconds }: Graph, x: (seconds: number) => number): string {
  const levels = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path class="rule" d="M${LEFT} ${y(share)}H${WIDTH - RIGHT}"/><text class="axis" x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  const between =
    TICK_SECONDS.find((seconds) => (toSeconds - fromSeconds) / seconds <= MOST_TICKS) ?? TICK_SECONDS.at(-1)!;
  const first = Math.ceil(fromSeconds / between);
  const count = Math.max(0, Math.floor(toSeconds / between) - first + 1);
  const ticks = Array.from({ length: count }, (_, tick) => {
    const seconds = (first + tick) * between;
    return `<path class="rule" d="M${x(seconds)} ${TOP + PLOT}v4"/><text class="axis" x="${x(seconds)}" y="${TOP + PLOT + 17}" text-anchor="middle">${formatClock(seconds).slice(0, -3)}</text>`;
  });
  return levels.join('') + ticks.join('');
}

/** A column for each checked round: where none is, nothing was measured. A bad one is shaded up to the top, so that a total loss is seen. */
const shares = ({ rounds, roundSeconds, objective }: Graph, x: (seconds: number) => number): string =>
  rounds
    .map(({ startSeconds, share }) => {
      const left = x(startSeconds);
      const width = Math.max(0.5, round(x(startSeconds + roundSeconds) - left - 0.6));
      const column = (kind: string, height: number): string =>
        `<rect class="${kind}" x="${left}" y="${round(TOP + PLOT - height)}" width="${width}" height="${height}"/>`;
      const served = round(share * PLOT);
      return share < objective ? column('missed', PLOT) + column('bad', served) : column('good', served);
    })
    .join('');

/** What is called the same shares a lane. */
const lanesOf = ({ faults }: Graph): readonly string[] => [...new Set(faults.map(({ label }) => label))];

/** A lane for each kind of fault, its label where the first of them begins. */
const faults = (graph: Graph, x: (seconds: number) => number): string =>
  lanesOf(graph)
    .map((lane, row) => {
      const top = TOP + PLOT + 26 + row * LANE;
      const spans = graph.faults
        .filter(({ label }) => label === lane)
        .map(({ fromSeconds, toSeconds }) => ({ left: x(fromSeconds), right: x(toSeconds) }));
      const { left, right } = spans[0]!;
      const late = left > WIDTH / 2;
      const text = `<text x="${late ? Math.max(right, left) : left}" y="${top + 10}" text-anchor="${late ? 'end' : 'start'}">${htmlText(lane)}</text>`;
      const bars = spans.map(
        (span) =>
          `<rect class="fault" x="${span.left}" y="${top + 14}" width="${Math.max(2, round(span.right - span.left))}" height="5"/>`,
      );
      return text + bars.join('');
    })
    .join('');

/** Labels last, so that no line of another mark runs through them. */
function marks(graph: Graph, x: (seconds: number) => number): string {
  const drawn = graph.marks
    .toSorted((a, b) => a.atSeconds - b.atSeconds)
    .map(({ atSeconds, kind, label }, index) => {
      const row = 13 + (index % LABEL_ROWS) * 15;
      const late = x(atSeconds) > WIDTH * 0.85;
      return {
        line: `<path class="mark ${kind}" d="M${x(atSeconds)} ${row - 10}V${TOP + PLOT}"/>`,
        text: `<text class="mark-label" x="${x(atSeconds) + (late ? -4 : 4)}" y="${row}" text-anchor="${late ? 'end' : 'start'}">${label}</text>`,
      };
    });
  return drawn.map(({ line }) => line).join('') + drawn.map(({ text }) => text).join('');
}

const scoped = (rules: readonly (readonly [string, string])[]): string =>
  rules.map(([selector, declarations]) => `.gameday-graph ${selector}{${declarations}}`).join('');

const style = scoped([
  ['text', 'font:11px system-ui,sans-serif;fill:var(--ink,#1b1f24)'],
  ['.axis', 'fill:var(--soft,#5b6470)'],
  ['.mark-label', 'paint-order:stroke;stroke:var(--ground,#fff);stroke-width:4px'],
  ['.ground', 'fill:var(--ground,#fff)'],
  ['.rule', 'stroke:var(--rule,#dcdfe3);fill:none'],
  ['.good', 'fill:var(--good,#86b49a)'],
  ['.bad', 'fill:var(--bad,#c2410c)'],
  ['.missed', 'fill:var(--bad,#c2410c);opacity:.22'],
  ['.objective', 'stroke:var(--ink,#1b1f24);stroke-dasharray:5 4;fill:none'],
  ['.fault', 'fill:var(--fault,#7c3aed)'],
  ['.mark', 'stroke:var(--ink,#1b1f24);stroke-width:1.3;fill:none'],
  ['path.impact', 'stroke:var(--bad,#c2410c)'],
]);
