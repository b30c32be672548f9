import { formatDuration } from '../../core/event/durations';
import { assumptionsOf } from '../findings/assumptions';
import type { Spread } from '../findings/statistics';
import type { LabReport } from '../report';
import { responseTableOf } from '../response-table';
import { escaped, table, whole } from './markup';

/** How long teams of each profile took to declare and to recover, experiment by experiment. */
export function responseTable(report: LabReport): string {
  const { head, rows } = responseTableOf(report, { text: escaped, time });
  return table(head, rows);
}

/** Mean points that each weakness loses under each condition. */
export function lossTable({ weaknesses, conditions }: LabReport): string {
  const most = Math.max(1, ...weaknesses.flatMap(({ under }) => under.map(({ lost }) => lost)));
  return table(
    ['Weakness', ...conditions.map(({ label }) => label)],
    weaknesses
      .toSorted((a, b) => b.share - a.share)
      .map(({ title, under }) => [
        escaped(title),
        ...conditions.map(({ id }) => heated(under.find(({ condition }) => condition === id)?.lost ?? 0, most)),
      ]),
  );
}

/** The more is lost, the stronger its ground. */
function heated(lost: number, most: number): string {
  if (Math.abs(lost) < 0.5) return '';
  const heat = Math.round(Math.sqrt(Math.max(0, lost) / most) * 60);
  return `<span class="heat" style="--heat:${heat}%">${whole(lost)}</span>`;
}

/** What the arena does not model of the spoiled stack, by what is assumed. */
export const notModelledTable = ({ notModelled }: LabReport): string =>
  table(
    ['Type', 'What is assumed', 'Resources'],
    assumptionsOf(notModelled).map(({ type, assumed, resources }) => [
      escaped(type),
      escaped(assumed),
      String(resources),
    ]),
  );

/** The median, with the range behind it. */
const time = (spread: Spread | null): string =>
  spread === null
    ? '–'
    : `<span title="${duration(spread.least)} to ${duration(spread.most)}">${duration(spread.median)}</span>`;

const duration = (seconds: number): string => formatDuration(Math.round(seconds));
