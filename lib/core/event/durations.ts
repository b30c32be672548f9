/**
 * A duration in the event file: hours, minutes and seconds in this order, at least one of them, such as `4h`, `1h30m` or `90s`.
 * Only seconds may have a fraction, down to the millisecond.
 */
export const durationPattern = /^(?=\d)(\d{1,6}h)?(\d{1,6}m)?(\d{1,6}(\.\d{1,3})?s)?$/;

/** Seconds, in whole milliseconds; undefined when the text is no duration. */
export function tryParseDuration(text: string): number | undefined {
  const match = durationPattern.exec(text);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part?.slice(0, -1) ?? 0));
  return wholeMilliseconds((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0));
}

/** Seconds of a duration that the schema has passed. */
export function requiredSeconds(text: string): number {
  const parsed = tryParseDuration(text);
  if (parsed === undefined) throw new Error(`${text} passed the schema and is no duration`);
  return parsed;
}

/** @param seconds 0 or more; written to the millisecond, so that `tryParseDuration` reads the same number back */
export function formatDuration(seconds: number): string {
  const rest = wholeMilliseconds(seconds % 60);
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  const text = `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
  return text === '' ? '0m' : text;
}

/** Event time on a clock, `01:10:00`: whole seconds, and as many hours as there are. */
export const formatClock = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

/** Rounds down to the millisecond, the finest step of a duration. */
export const floorToMilliseconds = (seconds: number): number => Math.floor(seconds * 1000 + 1e-6) / 1000;

const wholeMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const loosePattern = /^(\d+(?:\.\d+)?)\s*(d|h|m|s)[a-z]*$/i;
const clockPattern = /^(\d{1,4}):(\d\d)(?::(\d\d))?$/;
const secondsPer: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** What to write instead of something that was meant as a duration. */
export function durationAdvice(written: unknown): string {
  const meant = typeof written === 'number' ? undefined : tryGuessSeconds(String(written).trim());
  if (meant !== undefined) return `Write ${formatDuration(meant)}.`;
  if (typeof written === 'number' && written === 0) return 'Write 0m.';
  if (typeof written === 'number' && written > 0) {
    return `A duration needs its unit: write ${written}s, ${written}m or ${written}h.`;
  }
  return 'Write a duration such as 4h, 1h30m or 90s.';
}

function tryGuessSeconds(text: string): number | undefined {
  const [, amount, unit] = loosePattern.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return Number(amount) * (secondsPer[unit.toLowerCase()] ?? 1);
  const [, hours, minutes, seconds] = clockPattern.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
}
