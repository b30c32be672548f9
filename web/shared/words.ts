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

const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const wholes = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const MINUS = '\u2212';

/** Points as people read them: one decimal, and none from 10,000 on, where it would say nothing. */
export function pointsWords(points: number): string {
  const format = Math.abs(points) >= 9999.95 ? wholes : tenths;
  const words = format.format(Math.abs(points));
  return points < 0 && /[1-9]/.test(words) ? MINUS + words : words;
}

/** Points gained or lost, always with a sign unless they are nothing. */
export function gainWords(points: number): string {
  const words = pointsWords(points);
  return words.startsWith(MINUS) || !/[1-9]/.test(words) ? words : `+${words}`;
}

const rates = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A rate per second: at most one decimal below 10, none above. */
export function rateWords(perSecond: number): string {
  return (perSecond < 9.95 ? rates : wholes).format(perSecond);
}
