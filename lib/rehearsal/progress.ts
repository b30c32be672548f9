import { formatClock } from '../core/event/durations';
import type { Snapshot } from '../core/view/snapshot';

/** One line on how far an event is, such as `01:10:00 of 04:00:00  12.0 steps/s  1 expert 1,234.5 ok  2 steady …`. */
export function progressLine(snapshot: Snapshot): string {
  const { clock, traffic, teams } = snapshot;
  const standings = teams.map(({ rank, id, points, verdict }) => `${rank} ${id} ${pointsText(points)} ${verdict}`);
  return [
    `${formatClock(clock.eventSeconds)} of ${formatClock(clock.endsSeconds)}`,
    `${traffic.stepsPerSecond.toFixed(1)} steps/s`,
    ...standings,
  ].join('  ');
}

const pointsText = (points: number): string =>
  points.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
