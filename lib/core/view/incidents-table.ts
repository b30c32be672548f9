import { formatClock, formatDuration } from '../event/durations';
import type { GameDayEvent } from '../event/event';
import type { Incident, TeamIncidents } from '../incidents/incident';
import type { ExperimentOutcome } from '../incidents/outcomes';
import { columns } from './columns';
import { fixed } from './fixed';

/** Incidents for people, a line each, then how each experiment went, a line for each team; a line where there are none. */
export function incidentsTable(
  event: GameDayEvent,
  teams: readonly TeamIncidents[],
  outcomes: readonly ExperimentOutcome[],
): string {
  const names = new Map(event.teams.map(({ id, name }) => [id, name]));
  const nameOf = (team: string): string => names.get(team) ?? team;
  const all = teams.flatMap((each) => each.incidents);
  const rang = all.some(({ firstAlarm }) => firstAlarm !== null);
  const incidents = all.map((incident) => incidentRow(incident, nameOf, rang));
  const alarms = teams.flatMap(({ team, falseAlarms }) =>
    falseAlarms.map(
      ({ atSeconds, points }) =>
        `${nameOf(team)}: false alarm at ${formatClock(atSeconds)}, ${fixed(points, 1)} points\n`,
    ),
  );
  const parts = [
    incidents.length === 0 ? 'No incidents.\n' : columns([incidentHead(rang), ...incidents], [0, rang ? 8 : 7]),
    alarms.join(''),
    outcomes.length === 0
      ? ''
      : columns([OUTCOME_HEAD, ...outcomes.map((each) => outcomeRow(each, nameOf))], [0, 1, 3, 6]),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** @param rang whether an alarm of any of them is known: most events have none to tell of */
const incidentHead = (rang: boolean): string[] => [
  ...['Team', '#', 'Began', ...(rang ? ['Alarm'] : [])],
  ...['Detected', 'Acknowledged', 'Recovered', 'Points', 'Experiments'],
];

const incidentRow = (incident: Incident, nameOf: (team: string) => string, rang: boolean): string[] => [
  nameOf(incident.team),
  String(incident.number),
  formatClock(incident.startSeconds),
  ...(rang ? [after(incident.secondsToAlarm, '-')] : []),
  after(incident.secondsToDetect, 'never'),
  after(incident.secondsToAcknowledge, '-'),
  after(incident.secondsToRecover, 'open'),
  fixed(incident.refunds.detection + incident.refunds.recovery - incident.loss, 1),
  incident.suspects.map(({ experiment, role }) => (role === 'cause' ? experiment : `(${experiment})`)).join(', '),
];

const OUTCOME_HEAD = ['Experiment', 'Team', 'Struck', 'Effect', 'Detected', 'Recovered', 'Hypothesis'];

const outcomeRow = (outcome: ExperimentOutcome, nameOf: (team: string) => string): string[] => [
  outcome.experiment,
  nameOf(outcome.team),
  outcome.startedAtSeconds === null ? outcome.state : formatClock(outcome.startedAtSeconds),
  outcome.reason === null ? outcome.effect : `refused: ${outcome.reason}`,
  after(outcome.secondsToDetect, '-'),
  after(outcome.secondsToRecover, '-'),
  outcome.hypothesis ?? '-',
];

const after = (seconds: number | null, otherwise: string): string =>
  seconds === null ? otherwise : formatDuration(Math.round(seconds));
