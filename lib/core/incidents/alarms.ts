import type { GameDayEvent } from '../event/event';
import { placeAt } from '../measuring/place';
import type { DatedEntry } from '../records/effective-log';
import { secondsAt, type Timeline } from '../time/timeline';

/** An alarm that changed where a team could see it. */
export interface AlarmMoment {
  readonly alarm: string;
  readonly atSeconds: number;
  readonly state: 'ok' | 'alarm' | 'insufficient-data';
}

/**
 * How alarms changed that are the team's own, or of the environment that it looked after then; oldest first, each change once although
 * more than one writer told it. What people say of alarms counts for nothing.
 */
export function alarmsOf(
  event: GameDayEvent,
  entries: readonly DatedEntry[],
  timeline: Timeline,
  team: string,
): readonly AlarmMoment[] {
  const states = new Map<string, AlarmMoment['state']>();
  return entries.flatMap(({ at, entry }): AlarmMoment[] => {
    if (entry.type !== 'alarmed' || (entry.by !== 'organizer' && entry.by !== 'scorer')) return [];
    if (entry.team !== undefined && entry.team !== team) return [];
    const { alarm, state } = entry;
    if (states.get(alarm) === state) return [];
    states.set(alarm, state);
    const place = placeAt(event, entries, at)?.id;
    const isElsewhere = entry.environment !== undefined && place !== undefined && entry.environment !== place;
    return isElsewhere ? [] : [{ alarm, atSeconds: secondsAt(timeline, at), state }];
  });
}

/** A stretch of event time whose end is open while null. */
interface Stretch {
  readonly startSeconds: number;
  readonly endSeconds: number | null;
}

/**
 * The alarm that first rang about an impact: while it was open, so shortly before that it saw it coming, or shortly after, because metrics
 * come late. Where it could be about the impact before as well, it is about that one.
 *
 * @param impacts the team's, in order
 * @param reachSeconds how long before the start and after the end an alarm may ring
 */
export function firstAlarmOf(
  alarms: readonly AlarmMoment[],
  impacts: readonly Stretch[],
  index: number,
  reachSeconds: number,
): { readonly alarm: string; readonly atSeconds: number } | null {
  const lastOf = (stretch: Stretch): number => (stretch.endSeconds ?? Infinity) + reachSeconds;
  const [before, impact, after] = [impacts[index - 1], impacts[index], impacts[index + 1]];
  if (impact === undefined) return null;
  const claimed = before === undefined ? 0 : Math.min(lastOf(before), impact.startSeconds);
  const from = Math.max(impact.startSeconds - reachSeconds, claimed);
  const to = Math.min(lastOf(impact), after?.startSeconds ?? Infinity);
  const first = alarms.find(({ state, atSeconds }) => state === 'alarm' && atSeconds >= from && atSeconds < to);
  return first === undefined ? null : { alarm: first.alarm, atSeconds: first.atSeconds };
}

/** What people call an alarm: the end of its ARN, or the name that a rehearsal knows. */
export const alarmName = (alarm: string): string => alarm.split(':alarm:').at(-1) ?? alarm;
