import type { Day } from '../time/day';
import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent } from '../event/event';
import type { Game } from '../game';
import type { LogEntry } from '../records/records';
import type { News } from './snapshot';
import { runsOf, type RunState } from '../experiments/runs';
import { plannedTogether } from '../experiments/schedule';
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
    ...day.entries.flatMap((dated) => announced(dated, day.timeline)),
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

function announced({ at, entry }: DatedEntry, timeline: Timeline): News[] {
  const atSeconds = secondsAt(timeline, at);
  if (entry.type === 'announced') return [{ atSeconds, kind: 'announcement', team: null, text: entry.text }];
  const text = clockNews[entry.type];
  return text === undefined ? [] : [{ atSeconds, kind: 'clock', team: null, text }];
}

/**
 * What is over everywhere: a team that a planned experiment hits later than the others would learn from their end what it has yet to
 * find out. One that could not be applied is never told.
 */
function endedExperiments(
  event: GameDayEvent,
  entries: readonly DatedEntry[],
  timeline: Timeline,
  nameOf: (team: string) => string,
): News[] {
  const runs = runsOf(entries);
  const planned = plannedTogether(event);
  return [...runs.values()].flatMap((run): News[] => {
    if (run.state !== 'ended') return [];
    const together = (planned.find((group) => group.includes(run.run)) ?? [run.run]).map((id) => overAt(runs.get(id)));
    const at = Math.max(...together);
    if (at === Infinity) return [];
    const text = `Experiment "${run.experiment}" at ${nameOf(run.team)} has ended`;
    return [{ atSeconds: secondsAt(timeline, at), kind: 'experiment', team: run.team, text }];
  });
}

/** When there was nothing left to happen of a run; Infinity: that is yet to come. */
function overAt(run: RunState | undefined): number {
  if (run?.state === 'ended') return run.endedAt;
  return run?.state === 'refused' ? run.refusedAt : Infinity;
}
