import { dayOf } from '../core/time/day';
import { formatClock } from '../core/event/durations';
import { GameDayError } from '../core/errors';
import type { GameDayEvent, Instant } from '../core/event/event';
import { play, type Game } from '../core/game';
import { reasonOf } from '../core/score/reasons';
import { knownSpan } from '../core/time/known-span';
import { instantOf, secondsAt } from '../core/time/timeline';
import type { FolderContent } from '../rehearsal/records/folder';

type Records = Pick<FolderContent, 'event' | 'rounds' | 'log'>;

/**
 * The instant of the calendar that standings are shown for: of `atSeconds` of event time, or the latest that anything is known of.
 * Throws `BadFile` when the log does not say when the event started, `BadOption` when event time never got to `atSeconds`.
 */
export function standingsInstant({ event, rounds, log }: Records, atSeconds: number | undefined): Instant {
  const known = knownSpan(event, rounds, log);
  if (known === undefined && rounds.length > 0) throw neverStarted(event);
  const latest = known?.to ?? log.reduce((last, { at }) => Math.max(last, Date.parse(at)), event.startsAt);
  if (atSeconds === undefined) return latest;

  const { timeline } = dayOf(event, log, latest);
  const at = instantOf(timeline, atSeconds);
  if (at !== undefined && at <= latest) return at;
  throw new GameDayError(
    'BadOption',
    `--at ${formatClock(atSeconds)} is later than anything that is known, up to ${formatClock(secondsAt(timeline, latest))}`,
    'Give an earlier time, or leave --at out.',
  );
}

function neverStarted(event: GameDayEvent): GameDayError {
  const entry = { id: 'started', at: new Date(event.startsAt).toISOString(), by: 'organizer', type: 'started' };
  return new GameDayError(
    'BadFile',
    'There are rounds, but log.jsonl holds no entry `started`, so nothing says when event time began',
    `Add the entry with the true instant to log.jsonl: ${JSON.stringify(entry)}`,
  );
}

/** The game at an instant, and what the fold left out, a sentence each. */
export function standingsAt({ event, rounds, log }: Records, at: Instant): { game: Game; problems: readonly string[] } {
  const game = play(event, rounds, log, at);
  return { game, problems: game.problems.map(({ about, message }) => `${about} ${message}`) };
}

/** What `standings --json` prints: every line of every team's ledger, best team first. */
export const standingsJson = (event: GameDayEvent, game: Game): object => ({
  at: new Date(game.at).toISOString(),
  frozen: game.freeze.at !== null && !game.freeze.revealed,
  teams: game.teams.map(({ team, rank, points, served, spendUsd, lines }) => ({
    id: team,
    rank,
    points,
    served,
    spendUsd,
    lines: lines.map((line) => ({
      at: new Date(line.at).toISOString(),
      round: line.round,
      rule: line.rule,
      points: line.points,
      reason: reasonOf(line, event),
    })),
  })),
});
