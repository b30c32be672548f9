import { formatClock } from '../event/durations';
import type { GameDayEvent } from '../event/event';
import type { Game, GameTeam } from '../game';
import { columns } from './columns';
import { fixed } from './fixed';

/** Standings for people, a line a team, with a line above that says of when they are. */
export function standingsTable(event: GameDayEvent, game: Game): string {
  const rows = game.teams.map((team) => [
    String(team.rank),
    event.teams.find(({ id }) => id === team.team)?.name ?? team.team,
    fixed(team.points, 1),
    `${fixed(team.served * 100, 1)} %`,
    fixed(team.spendUsd, 2),
    openImpact(team),
  ]);
  const table = columns([['', 'Team', 'Points', 'Served', 'USD', 'Impact'], ...rows], [1, 5]);
  const count = game.rounds.length === 1 ? '1 round' : `${game.rounds.length} rounds`;
  return `${event.name} at ${formatClock(game.eventSeconds)} of ${formatClock(game.endsSeconds)}, ${game.phase}, ${count}\n\n${table}`;
}

function openImpact({ impacts }: GameTeam): string {
  const open = impacts.find(({ endSeconds }) => endSeconds === null);
  if (open === undefined) return '';
  return open.declaredAtSeconds === null ? 'open' : 'open, declared';
}
