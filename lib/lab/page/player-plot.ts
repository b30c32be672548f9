import type { PlayerFinding } from '../findings/player-finding';
import type { LabReport } from '../report';
import { escaped, percent, place, whole } from './markup';
import { scaleOf } from './scale';

/** For every way to play a box from the lower to the upper quartile, its median, and a stroke for each seed, on one scale. */
export function playerPlot({ players }: LabReport): string {
  const x = scaleOf(
    Math.min(0, ...players.map(({ spread }) => spread.least)),
    Math.max(1, ...players.map(({ spread }) => spread.most)),
  );
  return players.map((player) => playerRow(player, x)).join('');
}

function playerRow(
  { kind, title, points, spread, served, spendUsd }: PlayerFinding,
  x: (value: number) => number,
): string {
  const seeds = points.map((each) => `M${place(x(each))} 5V15`).join('');
  return (
    `<div class="row ${kind}"><span class="name">${escaped(title)}</span>` +
    `<svg viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label="${whole(spread.median)} points">` +
    `<path class="zero" d="M${place(x(0))} 0V20"/>` +
    `<rect class="box" x="${place(x(spread.lower))}" y="2" width="${place(x(spread.upper) - x(spread.lower))}" height="16"/>` +
    `<path class="seeds" d="${seeds}"/><path class="median" d="M${place(x(spread.median))} 0V20"/></svg>` +
    `<span class="figure" title="${percent(served)} served well, ${spendUsd.toFixed(2)} USD">${whole(spread.mean)}</span></div>`
  );
}
