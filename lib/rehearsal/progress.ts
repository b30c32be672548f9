import { formatClock } from '../core/event/durations';
import type { Io } from '../core/io';
import type { Snapshot } from '../core/view/snapshot';

/** Teams that a line of progress has room for. */
const MOST_TEAMS = 6;

/** Says how far an event is. */
export function showProgress(io: Io, snapshot: Snapshot): void {
  const { eventSeconds, endsSeconds } = snapshot.clock;
  io.progress(progressLine(snapshot), eventSeconds / endsSeconds);
}

/** One line, such as `01:10:00 of 04:00:00  12.0 steps/s  1 expert 1,234.5 ok  2 steady …`. */
function progressLine(snapshot: Snapshot): string {
  const { clock, traffic, teams } = snapshot;
  const standings = teams
    .slice(0, MOST_TEAMS)
    .map(({ rank, id, points, verdict }) => `${rank} ${id} ${pointsText(points)} ${verdict}`);
  return [
    `${formatClock(clock.eventSeconds)} of ${formatClock(clock.endsSeconds)}`,
    ...(clock.phase === 'running' ? [] : [clock.phase]),
    `${traffic.stepsPerSecond.toFixed(1)} steps/s`,
    ...standings,
    ...(teams.length > MOST_TEAMS ? [`and ${teams.length - MOST_TEAMS} more`] : []),
  ].join('  ');
}

const pointsText = (points: number): string =>
  points.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
