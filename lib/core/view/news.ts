import type { Day } from '../time/day';
import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent } from '../event/event';
import type { Game } from '../game';
import type { LogEntry } from '../records/records';
import type { News } from './snapshot';
import { overEverywhere } from '../experiments/over-everywhere';
import { runsOf } from '../experiments/runs';
import { secondsAt, type Timeline } from '../time/timeline';

/** What the clock's own entries tell the room. */
const clockNews: Partial<Record<LogEntry['type'], string>> = {
  started: 'The GameDay has started',
  paused: 'The clock is paused',
  resumed: 'The clock runs again',
  extended: 'The GameDay is extended',
  frozen: 'The scoreboard is frozen',
  revealed: 'The final standings are revealed',
  closed: 'The GameDay is closed',
};

/**
 * What the ticker tells, newest first.
 *
 * Announcements and the clock are told as they stand now; what happens to teams comes from the game that the audience sees.
 * An experiment is told when it has ended everywhere: before, the board would tell a team what it has to find out.
 */
export function newsOf(event: GameDayEvent, game: Game, day: Day, most: number): readonly News[] {
  const names = new Map(event.teams.map(({ id, name }) => [id, name]));
  const nameOf = (team: string): string => names.get(team) ?? team;
  return [
    ...day.entries.flatMap((dated) => announced(dated, day.timeline, nameOf)),
    ...endedExperiments(event, game.entries, day.timeline, nameOf),
    ...game.teams.flatMap(({ team, impacts }) =>
      impacts.flatMap(({ startSeconds, endSeconds, declaredAtSeconds }): News[] => [
        { atSeconds: startSeconds, kind: 'impact', team, text: `${nameOf(team)}: customers are not served well` },
        ...(declaredAtSeconds === null
          ? []
          : [
              {
                atSeconds: declaredAtSeconds,
                kind: 'declared' as const,
                team,
                text: `${nameOf(team)} declared an incident`,
              },
            ]),
        ...(endSeconds === null
          ? []
          : [{ atSeconds: endSeconds, kind: 'recovered' as const, team, text: `${nameOf(team)} recovered` }]),
      ]),
    ),
  ]
    .sort((a, b) => b.atSeconds - a.atSeconds)
    .slice(0, most);
}

function announced({ at, entry }: DatedEntry, timeline: Timeline, nameOf: (team: string) => string): News[] {
  const atSeconds = secondsAt(timeline, at);
  if (entry.type === 'announced') return [{ atSeconds, kind: 'announcement', team: null, text: entry.text }];
  const text =
    entry.type === 'extended' && entry.team !== undefined
      ? `${nameOf(entry.team)} has extra time`
      : clockNews[entry.type];
  return text === undefined ? [] : [{ atSeconds, kind: 'clock', team: null, text }];
}

/** What is over everywhere. What could not be applied is never told. */
function endedExperiments(
  event: GameDayEvent,
  entries: readonly DatedEntry[],
  timeline: Timeline,
  nameOf: (team: string) => string,
): News[] {
  const over = overEverywhere(event, entries);
  return [...runsOf(entries).values()].flatMap(({ run, experiment, team }): News[] => {
    const since = over.get(run);
    if (since === undefined) return [];
    const text = `Experiment "${experiment}" at ${nameOf(team)} has ended`;
    return [{ atSeconds: secondsAt(timeline, since), kind: 'experiment', team, text }];
  });
}
