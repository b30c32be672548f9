import { formatClock } from '../../core/event/durations';
import type { LabReport } from '../report';
import { escaped, place } from './markup';

const HEIGHT = 300;
/** Above the clean team's best minute. */
const HEADROOM = 1.1;

/** Mean points of each minute, a line for each of these players, over bands for experiments and spikes. What is paid at once, such as a refund, is cut off. */
export function timeline(report: LabReport, ids: readonly string[]): string {
  const { durationSeconds, roundSeconds } = report.event;
  const rows = ids.map((id) => (report.pointsByRound[id] ?? []).map((points) => (points * 60) / roundSeconds));
  const most = Math.max(1, ...(report.pointsByRound['clean'] ?? [])) * (60 / roundSeconds) * HEADROOM;
  const y = (points: number): number => ((most - Math.max(-most, Math.min(most, points))) / (2 * most)) * HEIGHT;
  const lines = rows.map((row, series) => {
    const path = row
      .map((points, round) => `${place(((round + 0.5) * 1000) / row.length)} ${place(y(points))}`)
      .join('L');
    return `<path class="line s${series}" d="M${path}"/>`;
  });
  return (
    `<div class="plot"><svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" role="img" ` +
    `aria-label="points of each minute">${bands(report)}<path class="zero" d="M0 ${place(y(0))}H1000"/>${lines.join('')}</svg>` +
    `<span class="top">${Math.round(most)} points a minute</span><span class="bottom">−${Math.round(most)}</span></div>` +
    `<div class="axis">${hours(durationSeconds)}</div><p class="legend">${legend(ids)}</p>`
  );
}

function bands({ conditions, event }: LabReport): string {
  const x = (seconds: number): number => (seconds * 1000) / event.durationSeconds;
  return conditions
    .filter(({ kind }) => kind !== 'traffic')
    .map(
      ({ kind, label, fromSeconds, untilSeconds }) =>
        `<rect class="band ${kind}" x="${place(x(fromSeconds))}" y="0" width="${place(x(untilSeconds - fromSeconds))}" ` +
        `height="${HEIGHT}"><title>${escaped(label)}</title></rect>`,
    )
    .join('');
}

/** Five marks, whatever the length of the event. */
const hours = (durationSeconds: number): string =>
  [0, 0.25, 0.5, 0.75, 1].map((share) => `<span>${formatClock(share * durationSeconds)}</span>`).join('');

const legend = (ids: readonly string[]): string =>
  ids.map((id, series) => `<span><i class="s${series}"></i>${escaped(id)}</span>`).join(' ');
