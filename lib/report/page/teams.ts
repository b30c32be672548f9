import type { LedgerRule } from '../../core/score/ledger';
import { runWindows } from '../../core/incidents/run-windows';
import { servedShare } from '../../postmortem/damage';
import type { Graph } from '../../postmortem/graph';
import { graphSvg } from '../../postmortem/graph-svg';
import { bulletList, dataTable, figureList, picture } from '../../postmortem/markup';
import { lasting } from '../../postmortem/words';
import type { Edition } from '../edition';
import { titleOf, type IncidentReport, type TeamReport } from '../team-report';
import { clock, entry, partOf, pointsText, shareText, time, type Part } from './parts';

/** How every team fared, a piece for each. */
export const teamsPart = (edition: Edition, teams: readonly TeamReport[]): Part => ({
  id: 'teams',
  title: 'Team by team',
  about:
    'Columns of a graph are the share of requests served well, round by round; the broken line is the objective. Below it stands what was broken on purpose, and lines mark what the team declared.',
  content: teams.map((team) => teamEntry(edition, team)).join(''),
});

function teamEntry(edition: Edition, report: TeamReport): string {
  const { team, name, rank, figures, incidents, falseAlarms, repairs, points, pointsByRule } = report;
  return entry(
    `team-${team}`,
    `${rank}. ${name}`,
    figureList([
      { label: 'Points', value: pointsText(points) },
      { label: 'Served well', value: shareText(figures.requests.good, figures.requests.measured) },
      { label: 'Not served well for', value: lasting(figures.badSeconds) },
      { label: 'Incidents declared', value: `${figures.declared} of ${figures.incidents}` },
      { label: 'Weaknesses repaired', value: `${figures.weaknesses.repaired} of ${figures.weaknesses.planted}` },
      { label: 'Spent', value: `${report.spendUsd.toFixed(2)} USD` },
    ]) +
      picture(
        graphSvg(dayGraph(edition, team)),
        'Share of requests served well, by the round; a gap was not measured.',
      ) +
      heading('What customers would have felt') +
      (incidents.length === 0
        ? bulletList([], 'No incident: they were served well all the time.')
        : dataTable(
            'incidents',
            ['#', 'Began', 'Lasted', 'Noticed after', 'Requests not served well', 'Probable cause'],
            incidents.map(incidentRow),
          )) +
      (falseAlarms.length === 0
        ? ''
        : bulletList(
            falseAlarms.map((alarm) => `False alarm at ${clock(alarm.atSeconds)}: ${pointsText(alarm.points)} points`),
            '',
          )) +
      heading('What changed') +
      bulletList(
        repairs.map(({ title, atSeconds }) => `${clock(atSeconds)} ${title}: repaired`),
        'No repair was seen.',
      ) +
      heading('Where points came from') +
      dataTable(
        'ledger',
        ['', 'Points'],
        pointsByRule.map(({ rule, points: sum }) => [ruleWords[rule], pointsText(sum)]),
      ),
  );
}

const heading = (text: string): string => `<h4>${text}</h4>`;

const incidentRow = (incident: IncidentReport): string[] => [
  String(incident.number),
  clock(incident.startSeconds),
  time(incident.secondsToRecover, 'still open'),
  time(incident.secondsToDetect, 'never'),
  partOf(incident.bad, incident.requests),
  incident.causes.length === 0 ? 'no experiment was under way' : incident.causes.join('; '),
];

const ruleWords: Readonly<Record<LedgerRule, string>> = {
  service: 'Serving customers',
  unchecked: 'Rounds that were not measured',
  spend: 'Spending more than allowed',
  detection: 'Noticing soon',
  recovery: 'Recovering soon',
  'false-alarm': 'False alarms',
  hint: 'Hints',
  adjustment: 'Adjustments by the organizers',
};

/** The whole event as a team's customers saw it. */
function dayGraph({ event, game, teams, timeline, cards }: Edition, team: string): Graph {
  const { roundSeconds, rules } = event;
  const toSeconds = game.eventSeconds;
  const rounds = game.teams.find((each) => each.team === team)?.rounds ?? [];
  const incidents = teams.find((each) => each.team === team)?.incidents ?? [];
  return {
    fromSeconds: 0,
    toSeconds,
    roundSeconds,
    objective: rules.objective,
    rounds: rounds.flatMap((each) =>
      each.verdict === 'unchecked' ? [] : [{ startSeconds: each.round * roundSeconds, share: servedShare(each) }],
    ),
    faults: runWindows(game.entries, timeline)
      .filter((run) => run.team === team)
      .map(({ experiment, startedAtSeconds, endedAtSeconds }) => ({
        label: titleOf(cards, experiment),
        fromSeconds: startedAtSeconds,
        toSeconds: Math.min(toSeconds, endedAtSeconds ?? Infinity),
      })),
    marks: incidents.flatMap(({ declaredAtSeconds }) =>
      declaredAtSeconds === null ? [] : [{ atSeconds: declaredAtSeconds, kind: 'declared' as const, label: '' }],
    ),
  };
}
