import { InvalidArgumentError } from 'commander';
import { durationAdvice, tryParseDuration } from '../core/event/durations';

/** `2h` → seconds, above 0. */
export function durationOption(text: string): number {
  const seconds = tryParseDuration(text);
  if (seconds === undefined || seconds === 0) throw new InvalidArgumentError(durationAdvice(text));
  return seconds;
}

/** `01:10:00` or `1:10` → seconds of event time. */
export function clockOption(text: string): number {
  const [, hours, minutes, seconds] = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (hours === undefined) throw new InvalidArgumentError('Write event time as hours, minutes and seconds: 01:10:00.');
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
}

/** A whole number between two bounds, both included. */
export const wholeNumberOption =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };

/** A number between two bounds, both included. */
export const numberOption =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Write a number from ${least} to ${most}, such as 0.5.`);
  };

/** Words that fit on a line of the scoreboard. */
export function lineArgument(text: string): string {
  if (/^(?=.*\S)[^\p{Cc}]{1,300}$/u.test(text)) return text;
  throw new InvalidArgumentError('Write 1 to 300 characters in one line.');
}

/** An option that may be repeated. */
export const collected = (text: string, before: readonly string[]): readonly string[] => [...before, text];

/** What somebody says, 1 to 2000 characters, as the log takes it. */
export function messageOption(text: string): string {
  if (text.trim() !== '' && text.length <= 2000) return text;
  throw new InvalidArgumentError('Write 1 to 2000 characters.');
}

/** An address that mail can be sent to, as far as its shape tells. */
export function emailOption(text: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  throw new InvalidArgumentError('Write an address such as me@example.com.');
}
