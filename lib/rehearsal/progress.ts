import { clockText } from '../core/event/durations';
import type { GameDayEvent } from '../core/event/event';
import type { Game } from '../core/game';
import type { Snapshot } from '../core/view/snapshot';

/** One line on how far an event is, such as `01:10:00 of 04:00:00  12.0 steps/s  1 expert 1,234.5 ok  2 steady …`. */
export function progressLine(snapshot: Snapshot): string {
  const { clock, traffic, teams } = snapshot;
  const standings = teams.map(({ rank, id, points, verdict }) => `${rank} ${id} ${pointsText(points)} ${verdict}`);
  return [
    `${clockText(clock.eventSeconds)} of ${clockText(clock.endsSeconds)}`,
    `${traffic.stepsPerSecond.toFixed(1)} steps/s`,
    ...standings,
  ].join('  ');
}

/** The final standings, a line a team. */
export function standingsLines(game: Game, event: GameDayEvent): string[] {
  return game.teams.map(({ team, rank, points, served, spendUsd }) => {
    const name = event.teams.find(({ id }) => id === team)?.name ?? team;
    const figures = `${pointsText(points).padStart(12)} points  ${(served * 100).toFixed(1).padStart(5)} % served well`;
    return `${String(rank).padStart(3)}  ${name.padEnd(28)}${figures}  ${spendUsd.toFixed(2).padStart(6)} USD`;
  });
}

const pointsText = (points: number): string =>
  points.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
