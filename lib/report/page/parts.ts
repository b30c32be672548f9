import { formatClock } from '../../core/event/durations';
import { fixed } from '../../core/view/fixed';
import { htmlText } from '../../postmortem/html-text';
import { lasting, percent, whole } from '../../postmortem/words';

/** A part of the report with a heading that can be linked to. @param content markup; nothing is shown without */
export interface Part {
  /** Small letters and dashes. */
  readonly id: string;
  readonly title: string;
  /** How to read it, a sentence or two. */
  readonly about: string;
  readonly content: string;
}

export const partMarkup = ({ id, title, about, content }: Part): string =>
  `<section id="${id}"><h2>${htmlText(title)}</h2><p class="about">${htmlText(about)}</p>${content}</section>`;

/** A part of a part, about one thing or team. @param id makes it one of its kind */
export const entry = (id: string, title: string, content: string): string =>
  `<article id="${id}"><h3>${htmlText(title)}</h3>${content}</article>`;

/** A stretch of time; a dash where there is none. */
export const time = (seconds: number | null, otherwise = '–'): string =>
  seconds === null ? otherwise : lasting(seconds);

/** A share of a whole; a dash of nothing. */
export const shareText = (part: number, of: number): string => (of === 0 ? '–' : percent(part / of));

/** `12 of 340 (3.5 %)` */
export const partOf = (part: number, of: number): string =>
  `${whole(part)} of ${whole(of)}${of === 0 ? '' : ` (${percent(part / of)})`}`;

export const clock = formatClock;

/** Points with one decimal and thousands apart. */
export const pointsText = (points: number): string => {
  const [digits = '', decimal = '0'] = fixed(points, 1).split('.');
  return `${Number(digits) === 0 ? digits : Number(digits).toLocaleString('en')}.${decimal}`;
};
