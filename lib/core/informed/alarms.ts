import type { UndatedEntry } from '../records/records';
import type { GuardedDay } from './attempt';
import type { Environment } from './informed';

export type AlarmState = 'ok' | 'alarm' | 'insufficient-data';

/** The alarms of an environment's guardrails as they are now, by their ARNs; those that nobody can see are left out. */
export type ReadAlarms = (environment: Environment) => Promise<ReadonlyMap<string, AlarmState>>;

/** The newest state of every alarm that the log knows of. What people say of alarms counts for nothing. */
export const knownAlarms = ({ entries }: Pick<GuardedDay, 'entries'>): ReadonlyMap<string, AlarmState> =>
  new Map(
    entries.flatMap(({ entry }) =>
      entry.type === 'alarmed' && (entry.by === 'organizer' || entry.by === 'scorer')
        ? [[entry.alarm, entry.state] as const]
        : [],
    ),
  );

/**
 * What to write down of alarms: only what has changed. One that can be seen no more has no data.
 * @param states of the alarms of one environment
 */
export function alarmChanges(
  day: GuardedDay,
  { guardrails, id: environment }: Environment,
  states: ReadonlyMap<string, AlarmState>,
): readonly UndatedEntry[] {
  const known = knownAlarms(day);
  return guardrails.stopOn.flatMap(({ alarm }): UndatedEntry[] => {
    const state = states.get(alarm) ?? 'insufficient-data';
    if (known.get(alarm) === state) return [];
    return [{ id: `alarm-${alarm}-${day.now}`, by: 'scorer', type: 'alarmed', alarm, state, environment }];
  });
}
