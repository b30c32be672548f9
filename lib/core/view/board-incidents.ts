import type { GameDayEvent } from '../event/event';
import { overEverywhere } from '../experiments/over-everywhere';
import type { Game } from '../game';
import { incidentsForAudience } from '../incidents/for-audience';
import { incidentsOf } from '../incidents/incidents';

/** An impact on the board's timeline. Instants are event time. */
export interface BoardIncident {
  readonly startSeconds: number;
  /** Null when nobody has declared it. */
  readonly declaredAtSeconds: number | null;
  /** Null while open. */
  readonly endSeconds: number | null;
  /** The experiment that probably caused it, once everybody may know of it; null otherwise. */
  readonly cause: string | null;
}

/** The newest of each team are told, so that a bad day stays a small file. */
const MOST_OF_A_TEAM = 16;

/** What the audience may know of the incidents of a game, by team, oldest first. */
export function boardIncidents(event: GameDayEvent, game: Game): ReadonlyMap<string, readonly BoardIncident[]> {
  const known = incidentsForAudience(incidentsOf(event, game), overEverywhere(event, game.entries));
  return new Map(
    known.map(({ team, incidents }) => [
      team,
      incidents.slice(-MOST_OF_A_TEAM).map(({ startSeconds, declaredAtSeconds, endSeconds, suspects }) => ({
        startSeconds,
        declaredAtSeconds,
        endSeconds,
        cause: suspects.find(({ role }) => role === 'cause')?.experiment ?? null,
      })),
    ]),
  );
}
