import type { Instant } from '../event/event';
import { weekdays, type AllowedHours } from './informed';

/** Whether a name is one of a time zone, such as `Europe/Paris`. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether a stretch of the calendar lies within the allowed hours of one day. @param until not before `from` */
export function isWithin(hours: AllowedHours, from: Instant, until: Instant): boolean {
  const [begins, ends] = [clockAt(hours.zone, from), clockAt(hours.zone, until)];
  return (
    hours.days.some((day) => day === begins.day) &&
    begins.date === ends.date &&
    begins.minutes >= hours.fromMinutes &&
    ends.minutes <= hours.toMinutes
  );
}

/** What the clock on the wall says at a place; `minutes` after midnight, with a fraction. */
function clockAt(zone: string, at: Instant): { readonly day: string; readonly date: string; readonly minutes: number } {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (part: 'hour' | 'minute' | 'second'): number => Number(parts.get(part));
  const weekday = (parts.get('weekday') ?? '').slice(0, 3).toLowerCase();
  return {
    day: weekdays.find((day) => day === weekday) ?? '',
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    minutes: number('hour') * 60 + number('minute') + number('second') / 60,
  };
}
