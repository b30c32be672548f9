import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';

/** Throws `BadOption` unless the event has the team. */
export function requireTeam({ teams }: GameDayEvent, team: string): void {
  if (teams.some(({ id }) => id === team)) return;
  throw new GameDayError(
    'BadOption',
    `There is no team "${team}" in this event`,
    `Give one of: ${teams.map(({ id }) => id).join(', ')}.`,
  );
}
