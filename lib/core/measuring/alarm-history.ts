import type { GameDayEvent, Instant } from '../event/event';
import { watchedAlarms, type Environment } from '../informed/informed';
import type { AlarmState } from '../informed/alarms';
import type { LogEntry } from '../records/records';
import type { ScorerPorts, Span } from '../scorer/ports';
import { reasonOf } from '../scorer/look-at-accounts';
import type { Day } from '../time/day';

/** An alarm that went from one state to another, when it did. */
export interface AlarmChange {
  /** ARN. */
  readonly alarm: string;
  readonly at: Instant;
  readonly state: AlarmState;
}

/** Reads how the watched alarms of an environment changed, oldest first. Throws what the reader of the environment throws. */
export type ReadAlarmHistory = (environment: Environment, span: Span) => Promise<readonly AlarmChange[]>;

/**
 * Changes of alarms since the event began, as log entries of the instants at which they happened. Told again they are the same entries, so
 * that nothing is lost by being late or told twice.
 */
export async function alarmEntries(
  read: ReadAlarmHistory,
  { informed }: Pick<GameDayEvent, 'informed'>,
  { entries, timeline, now }: Pick<Day, 'entries' | 'timeline' | 'now'>,
  note: ScorerPorts['note'],
): Promise<readonly LogEntry[]> {
  const from = timeline.runs[0]?.startsAt;
  if (from === undefined || from >= now) return [];
  const known = new Set(entries.map(({ entry }) => entry.id));
  const found: LogEntry[] = [];
  for (const environment of informed?.environments ?? []) {
    if (watchedAlarms(environment).length === 0) continue;
    try {
      const changes = await read(environment, { from, to: now });
      found.push(...changes.map((change) => alarmEntry(environment, change)));
    } catch (error) {
      note({ level: 'warn', message: `alarms of ${environment.name} could not be read`, reason: reasonOf(error) });
    }
  }
  return found.filter(({ id }) => !known.has(id));
}

const alarmEntry = ({ id: environment }: Environment, { alarm, at, state }: AlarmChange): LogEntry => ({
  id: `alarmed-${alarm}-${at}-${state}`,
  at: new Date(at).toISOString(),
  by: 'scorer',
  type: 'alarmed',
  alarm,
  state,
  environment,
});
