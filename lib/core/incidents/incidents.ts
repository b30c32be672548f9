import type { GameDayEvent } from '../event/event';
import type { Game, GameTeam } from '../game';
import type { DatedEntry } from '../records/effective-log';
import type { GameImpact } from '../score/impact-lines';
import { timelineOf } from '../time/timeline';
import { alarmsOf, firstAlarmOf, type AlarmMoment } from './alarms';
import type { FalseAlarm, Incident, TeamIncidents } from './incident';
import { messagesOf, sortMessages, type Message } from './messages';
import { mayHaveCaused, overlaps, runWindows, type RunWindow } from './run-windows';

/**
 * What every team went through, in the order of the event file: a view of the fold. Each impact is one incident, so that nothing that
 * customers suffered is told twice or left out.
 */
export function incidentsOf(event: GameDayEvent, game: Game): readonly TeamIncidents[] {
  const timeline = timelineOf(event, game.entries);
  const runs = runWindows(game.entries, timeline);
  const entriesOf = byTeam(game.entries);
  const hasAlarms = game.entries.some(({ entry }) => entry.type === 'alarmed');
  return event.teams.flatMap(({ id }) => {
    const played = game.teams.find(({ team }) => team === id);
    if (played === undefined) return [];
    const said = messagesOf(entriesOf.get(id) ?? [], timeline, id);
    const own = runs.filter(({ team }) => team === id);
    const rang = hasAlarms ? alarmsOf(event, game.entries, timeline, id) : [];
    return [teamIncidents(played, said, { runs: own, rang }, event.roundSeconds)];
  });
}

/** What is about each team: a day of many teams has many entries, and to look through all of them for each team would take long. */
function byTeam(entries: readonly DatedEntry[]): ReadonlyMap<string, readonly DatedEntry[]> {
  const found = new Map<string, DatedEntry[]>();
  for (const dated of entries) {
    if (!('team' in dated.entry) || dated.entry.team === undefined) continue;
    const known = found.get(dated.entry.team);
    if (known === undefined) found.set(dated.entry.team, [dated]);
    else known.push(dated);
  }
  return found;
}

/** What was seen of a team beside what it said. */
interface Seen {
  readonly runs: readonly RunWindow[];
  readonly rang: readonly AlarmMoment[];
}

/** An alarm may ring so many rounds before and after an impact, as a declaration may come. */
const REACH_ROUNDS = 2;

function teamIncidents(
  { team, impacts, lines }: GameTeam,
  said: readonly Message[],
  seen: Seen,
  roundSeconds: number,
): TeamIncidents {
  const alarms = lines.flatMap((line) =>
    line.rule === 'false-alarm' ? [{ atSeconds: line.facts.atSeconds, points: line.points }] : [],
  );
  const sorted = sortMessages(said, { impacts, falseAlarms: alarms.map(({ atSeconds }) => atSeconds) });
  return {
    team,
    incidents: impacts.map((impact, index) => {
      const firstAlarm = firstAlarmOf(seen.rang, impacts, index, REACH_ROUNDS * roundSeconds);
      const about = { team, number: index + 1, messages: sorted.ofImpact[index] ?? [], firstAlarm };
      return incidentOf(impact, about, seen.runs, roundSeconds);
    }),
    falseAlarms: alarms.map((alarm, index): FalseAlarm => ({ ...alarm, messages: sorted.ofFalseAlarm[index] ?? [] })),
    unattached: sorted.unattached,
  };
}

function incidentOf(
  impact: GameImpact,
  about: Pick<Incident, 'team' | 'number' | 'messages' | 'firstAlarm'>,
  runs: readonly RunWindow[],
  roundSeconds: number,
): Incident {
  const { startSeconds, endSeconds, declaredAtSeconds, loss, refunds } = impact;
  const declaration = about.messages.findIndex(
    ({ kind, atSeconds }) => kind === 'declared' && atSeconds === declaredAtSeconds,
  );
  const answer =
    declaration === -1 ? undefined : about.messages.slice(declaration + 1).find(({ kind }) => kind !== 'declared');
  const acknowledgedAtSeconds = answer?.atSeconds ?? null;
  return {
    ...about,
    startSeconds,
    endSeconds,
    declaredAtSeconds,
    acknowledgedAtSeconds,
    resolvedAtSeconds: about.messages.findLast(({ kind }) => kind === 'resolved')?.atSeconds ?? null,
    secondsToAlarm: about.firstAlarm === null ? null : Math.max(0, about.firstAlarm.atSeconds - startSeconds),
    secondsToDetect: declaredAtSeconds === null ? null : Math.max(0, declaredAtSeconds - startSeconds),
    secondsToAcknowledge:
      acknowledgedAtSeconds === null || declaredAtSeconds === null ? null : acknowledgedAtSeconds - declaredAtSeconds,
    secondsToRecover: endSeconds === null ? null : endSeconds - startSeconds,
    loss,
    refunds,
    suspects: runs
      .filter((run) => overlaps(impact, run))
      .map((run) => ({ ...run, role: mayHaveCaused(impact, run, roundSeconds) ? 'cause' : 'aggravation' })),
  };
}
