import { formatDuration } from '../core/event/durations';

/** A stretch of time to the second, `4m12s`. */
export const lasting = (seconds: number): string => formatDuration(Math.round(seconds));

/** A share as a percentage with one decimal. Rounded down, so that only all is 100 %. */
export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

/** `1 round`, `2 rounds`. */
export const counted = (count: number, one: string, more: string): string =>
  `${whole(count)} ${count === 1 ? one : more}`;

/** A whole number with thousands apart. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
