import { htmlText } from '../../postmortem/html-text';

/** A value that is drawn as a bar. */
export interface Bar {
  readonly label: string;
  /** 0 or more; null where there is none. */
  readonly value: number | null;
  /** The value in words, or why there is none. */
  readonly text: string;
  readonly kind: 'before' | 'now' | 'notice' | 'recover';
}

const WIDTH = 800;
const LEFT = 210;
const RIGHT = 150;
const ROW = 24;

/** Bars below each other, on one scale from 0. @param title what they show, for those who cannot see them */
export function barsSvg(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1e-9, ...bars.map(({ value }) => value ?? 0));
  const rows = bars.map(({ label, value, text, kind }, index) => {
    const top = index * ROW;
    const width = Math.round(((value ?? 0) / most) * (WIDTH - LEFT - RIGHT) * 10) / 10;
    return (
      `<text x="${LEFT - 8}" y="${top + 16}" text-anchor="end">${htmlText(shortened(label))}</text>` +
      (value === null
        ? ''
        : `<rect class="${kind}" x="${LEFT}" y="${top + 4}" width="${Math.max(1, width)}" height="16"/>`) +
      `<text x="${LEFT + Math.max(1, width) + 6}" y="${top + 16}">${htmlText(text)}</text>`
    );
  });
  const told = bars.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="bars" viewBox="0 0 ${WIDTH} ${bars.length * ROW + 4}" role="img" ` +
    `aria-label="${htmlText(`${title}. ${told}`)}">${rows.join('')}</svg>`
  );
}

const shortened = (label: string): string => ([...label].length > 30 ? `${[...label].slice(0, 29).join('')}…` : label);
