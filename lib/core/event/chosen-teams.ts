import { GameDayError } from '../errors';
import type { GameDayEvent, Team } from './event';

/** Teams of an event by their ids, in its order; all when none is named. Throws `BadOption` for one that the event does not have. */
export function chosenTeams({ teams }: GameDayEvent, ids: readonly string[]): readonly Team[] {
  const unknown = ids.find((id) => !teams.some((team) => team.id === id));
  if (unknown !== undefined) {
    throw new GameDayError(
      'BadOption',
      `The event has no team "${unknown}".`,
      `Choose among: ${teams.map(({ id }) => id).join(', ')}.`,
    );
  }
  return ids.length === 0 ? teams : teams.filter(({ id }) => ids.includes(id));
}
