import { formatDuration } from '../core/event/durations';
import { columns } from '../core/view/columns';
import { assumptionsOf } from './findings/assumptions';
import type { Spread } from './findings/statistics';
import type { WeaknessFinding } from './findings/weakness-finding';
import type { LabReport } from './report';
import { responseTableOf } from './response-table';

/** Conditions named for a weakness in the table, and the share of its loss that is worth naming. */
const NAMED_CONDITIONS = 2;
const NAMED_SHARE = 0.02;

/** What a lab found, for a terminal. */
export function reportTable(report: LabReport): string {
  return [
    `${report.title}: ${report.event.name}, ${report.seeds} seeds from ${report.firstSeed}, ${report.games} games\n`,
    weaknessTable(report),
    playerTable(report),
    responseTable(report),
    notModelledTable(report),
    verdictText(report),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function weaknessTable({ weaknesses, seeds, conditions }: LabReport): string {
  const label = new Map(conditions.map((condition) => [condition.id, condition.label]));
  const most = ({ under, spread }: WeaknessFinding): string =>
    under
      .filter(({ lost }) => lost > 0 && lost >= NAMED_SHARE * spread.mean)
      .slice(0, NAMED_CONDITIONS)
      .map(({ condition, lost }) => `${label.get(condition) ?? condition} (${points(lost)})`)
      .join(', ');
  const rows = weaknesses
    .toSorted((a, b) => b.share - a.share)
    .map((each) => [
      each.id,
      points(each.spread.mean),
      points(each.spread.least),
      points(each.spread.most),
      percent(each.share),
      `${each.seeds}/${seeds}`,
      most(each),
    ]);
  return columns([['Weakness', 'Points lost', 'Least', 'Most', 'Of clean', 'Seeds', 'Mostly under'], ...rows], [0, 6]);
}

function playerTable({ players }: LabReport): string {
  const rows = players.map(({ id, spread, served, spendUsd }) => [
    id,
    points(spread.mean),
    points(spread.least),
    points(spread.lower),
    points(spread.median),
    points(spread.upper),
    points(spread.most),
    percent(served),
    spendUsd.toFixed(2),
  ]);
  const head = ['Team', 'Points', 'Least', 'Lower', 'Median', 'Upper', 'Most', 'Served', 'USD'];
  return columns([head, ...rows], [0]);
}

function responseTable(report: LabReport): string {
  if (report.responses.length === 0) return '';
  const { head, rows } = responseTableOf(report, { text: (text) => text, time });
  return columns([head, ...rows], [0, 1]);
}

function notModelledTable({ notModelled }: LabReport): string {
  if (notModelled.length === 0) return '';
  const lines = assumptionsOf(notModelled).map(
    ({ type, assumed, resources }) => `  ${type}: ${assumed}${resources === 1 ? '' : ` (${resources} of them)`}`,
  );
  return `Not modelled, and what is assumed:\n${lines.join('\n')}\n`;
}

function verdictText({ verdicts }: LabReport): string {
  const broken = verdicts.filter(({ passed }) => !passed);
  const kept = `${verdicts.length - broken.length} of ${verdicts.length} verdicts are kept.\n`;
  return kept + broken.map(({ id, reason }) => `  broken: ${id}: ${reason}\n`).join('');
}

const points = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const time = (spread: Spread | null): string => (spread === null ? '' : formatDuration(Math.round(spread.median)));
