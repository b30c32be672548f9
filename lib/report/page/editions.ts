import { htmlText } from '../../postmortem/html-text';
import { bulletList, markupTable, picture } from '../../postmortem/markup';
import type { Measure } from '../compare';
import type { EditionReport } from '../report';
import { barsSvg, type Bar } from './bars-svg';
import { time, type Part } from './parts';

/** Editions beside each other. @param editions two or more, oldest first */
export const editionsPart = (editions: readonly EditionReport[], measures: readonly Measure[]): Part => ({
  id: 'editions',
  title: 'This time against earlier times',
  about:
    'A triangle up is better than the last time, a triangle down is worse. A star marks the best edition so far. All times count from the first bad round.',
  content:
    markupTable(
      'editions',
      ['', ...editions.map(headOf), 'Against the last time'],
      measures.map(({ title, values, change }) => [
        htmlText(title),
        ...values.map(({ text, isBest }) => `<span${isBest ? ' class="best"' : ''}>${htmlText(text)}</span>`),
        change === null
          ? '–'
          : `<span class="change ${change.verdict.replace(' ', '-')}">${htmlText(change.text)}</span>`,
      ]),
    ) +
    picture(timesBars(editions), 'Median times to notice and to recover, an edition a bar.') +
    bulletList(caveats(editions), 'They were played alike: the same scenario, and as many teams.'),
});

const headOf = ({ label, startedAt }: EditionReport): string =>
  startedAt === null ? label : `${label}, ${startedAt.slice(0, 10)}`;

function timesBars(editions: readonly EditionReport[]): string {
  const bars = (kind: string, of: (edition: EditionReport) => number | null): Bar[] =>
    editions.map((edition, index) => ({
      label: `${kind}, ${edition.label}`,
      value: of(edition),
      text: time(of(edition), 'none'),
      kind: index === editions.length - 1 ? 'now' : 'before',
    }));
  return barsSvg('Median times', [
    ...bars('Notice', ({ figures }) => figures.secondsToDetect.median),
    ...bars('Recover', ({ figures }) => figures.secondsToRecover.median),
  ]);
}

/** Why numbers of editions may differ for other reasons than how well people did. */
function caveats(editions: readonly EditionReport[]): readonly string[] {
  const several = (of: (edition: EditionReport) => string | number): boolean => new Set(editions.map(of)).size > 1;
  const list = (of: (edition: EditionReport) => string | number): string =>
    editions.map((edition) => `${edition.label} ${of(edition)}`).join(', ');
  return [
    ...(several(({ scenario }) => scenario) ? [`Scenarios differ: ${list(({ scenario }) => scenario)}.`] : []),
    ...(several(({ teams }) => teams) ? [`Numbers of teams differ: ${list(({ teams }) => teams)}.`] : []),
    ...(several(({ experiments }) => experiments)
      ? [`Numbers of experiments differ: ${list(({ experiments }) => experiments)}.`]
      : []),
  ];
}
