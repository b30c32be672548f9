import type { Language } from '../texts/language';

const two = (n: number) => String(n).padStart(2, '0');

/** `1:04:09`, or `04:09` below an hour; parts of a second are dropped. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}

/** A duration for reading in passing: `40 s`, `3 min`, `1 h 05`. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor(whole / 60) % 60)}`;
}

/** Numbers as people read them in a language. */
export interface Words {
  /** One decimal, and none from 10,000 on, where it would say nothing. */
  readonly points: (points: number) => string;
  /** As points, always with a sign unless they are nothing. */
  readonly gain: (points: number) => string;
  /** A share, 0 to 1, in percent with one decimal. All is only what is all: rounded down. */
  readonly percent: (share: number) => string;
  /** Two decimals. */
  readonly money: (usd: number) => string;
  /** At most one decimal below 10, none above. */
  readonly rate: (perSecond: number) => string;
  readonly whole: (value: number) => string;
  /** At most two decimals. */
  readonly few: (value: number) => string;
}

const MINUS = '\u2212';

export function wordsIn(language: Language): Words {
  const decimals = (least: number, most = least): ((value: number) => string) => {
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most });
    return (value) => {
      const words = format.format(Math.abs(value));
      return value < 0 && /[1-9]/.test(words) ? MINUS + words : words;
    };
  };
  const [whole, tenths, hundredths] = [decimals(0), decimals(1), decimals(2)];
  const [atMostTenths, few] = [decimals(0, 1), decimals(0, 2)];
  const points = (value: number): string => (Math.abs(value) >= 9999.95 ? whole : tenths)(value);
  return {
    points,
    gain: (value) => (value > 0 && /[1-9]/.test(points(value)) ? `+${points(value)}` : points(value)),
    percent: (share) => `${tenths(Math.floor(share * 1000 + 1e-9) / 10)} %`,
    money: hundredths,
    rate: (perSecond) => (perSecond < 9.95 ? atMostTenths : whole)(perSecond),
    whole,
    few,
  };
}

/** As {@link Words} say it in English. */
export const { points: pointsWords, gain: gainWords, rate: rateWords } = wordsIn('en');
