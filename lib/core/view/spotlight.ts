import type { GameDayEvent } from '../event/event';
import type { Game } from '../game';
import { pointsAtEnds } from './history';

/** What a team is shown for above the others. */
export interface Spotlight {
  readonly kind: 'recovered' | 'declared' | 'gained';
  readonly team: string;
  readonly round: number;
  /** Of `recovered` seconds that the impact lasted, of `declared` seconds from its start, of `gained` points. */
  readonly value: number;
}

/**
 * What stood out in the newest round that counts: who was the first to recover, who the first to declare, who won the most points. Of those
 * who were first together the better placed.
 */
export function spotlightsOf({ roundSeconds }: Pick<GameDayEvent, 'roundSeconds'>, game: Game): readonly Spotlight[] {
  const newest = game.rounds.at(-1);
  if (newest === undefined) return [];
  const { round } = newest;
  const impacts = game.teams.flatMap(({ team, impacts: own }) => own.map((impact) => ({ team, ...impact })));

  const recovered = impacts.flatMap(({ team, startSeconds, endSeconds, settledRound }) =>
    settledRound === round && endSeconds !== null
      ? [{ team, atSeconds: endSeconds, value: endSeconds - startSeconds }]
      : [],
  );
  const declared = impacts.flatMap(({ team, startSeconds, declaredAtSeconds }) => {
    // One that was made before its impact is known as such when the impact begins.
    const atSeconds = Math.max(declaredAtSeconds ?? -1, startSeconds);
    const now = declaredAtSeconds !== null && Math.floor(atSeconds / roundSeconds) === round;
    return now ? [{ team, atSeconds, value: atSeconds - startSeconds }] : [];
  });
  const gained = game.teams.flatMap(({ team, lines }) => {
    const ends = pointsAtEnds(lines, game.rounds.slice(-2));
    const value = ends.at(-1)! - (ends.at(-2) ?? 0);
    return value > 0 ? [{ team, atSeconds: -value, value }] : [];
  });

  const shown = (kind: Spotlight['kind'], moments: readonly Moment[]): Spotlight[] =>
    first(moments).map(({ team, value }) => ({ kind, team, round, value }));
  return [...shown('recovered', recovered), ...shown('declared', declared), ...shown('gained', gained)];
}

interface Moment {
  readonly team: string;
  readonly atSeconds: number;
  readonly value: number;
}

/** The earliest; the first of them where there are several. */
function first(moments: readonly Moment[]): readonly Moment[] {
  const earliest = Math.min(...moments.map(({ atSeconds }) => atSeconds));
  return moments.filter(({ atSeconds }) => atSeconds === earliest).slice(0, 1);
}
