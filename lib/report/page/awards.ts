import type { Award } from '../../core/view/awards';
import { htmlText } from '../../postmortem/html-text';
import { lasting, listed, percent } from '../../postmortem/words';
import type { Edition } from '../edition';
import { nameOf } from '../team-report';
import type { Part } from './parts';

const words: Readonly<Record<Award['kind'], { readonly title: string; readonly value: (value: number) => string }>> = {
  detection: { title: 'Fastest detection', value: (seconds) => `noticed after ${lasting(seconds)} in the mean` },
  availability: { title: 'Best availability', value: (share) => `${percent(share)} served well` },
  value: {
    title: 'Best value for money',
    value: (points) => `${Math.round(points).toLocaleString('en')} points per USD`,
  },
  improved: {
    title: 'Most improved',
    value: (ratio) => `${ratio.toFixed(2)} points a request more in the second half`,
  },
  comeback: {
    title: 'Best comeback',
    value: (places) => (places === 1 ? 'one place made good' : `${places} places made good`),
  },
};

/** Prizes beside the points. */
export const awardsPart = (edition: Edition, awards: readonly Award[]): Part => ({
  id: 'awards',
  title: 'Awards',
  about: 'Prizes beside the points: there is more than one way to be good.',
  content: `<ul class="awards">${awards.map((award) => cardMarkup(edition, award)).join('')}</ul>`,
});

function cardMarkup(edition: Edition, { kind, teams, value }: Award): string {
  const { title, value: valueText } = words[kind];
  const names = teams.length === 0 ? 'Nobody this time' : listed(teams.map((team) => nameOf(edition, team)));
  return `<li><span>${title}</span><b>${htmlText(names)}</b>${value === null ? '' : htmlText(valueText(value))}</li>`;
}
