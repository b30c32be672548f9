import type { GameDayEvent, Instant } from '../event/event';
import type { ExperimentCard } from '../experiments/experiment';
import type { LogEntry, UndatedEntry } from '../records/records';
import { dayOf } from '../time/day';
import { alarmChanges, type ReadAlarms } from './alarms';
import { deskStep, type DeskDay, type ShownVotes } from './desk';

/** What a desk needs of the world. */
export interface DeskPorts {
  now(): Instant;
  /** Everything that is written in the log by now. */
  log(): Promise<readonly LogEntry[]>;
  /** Writes an entry unless it is there. */
  append(entry: LogEntry): Promise<void>;
  readonly readAlarms: ReadAlarms;
}

/** A step's entries make another step due; more than this in one go is a mistake. */
const STEPS = 20;

/**
 * One look of a desk: writes down what alarms say and what is due. Safe to repeat, late, and with another desk beside it. An alarm that
 * cannot be read has no data, so that nothing begins in production that it could not end.
 * @param shown asked for each step, because the vote may have moved on
 * @returns the day after it
 */
export async function takeStep(
  ports: DeskPorts,
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  shown: (day: DeskDay) => ShownVotes,
): Promise<DeskDay> {
  const look = async (): Promise<DeskDay> => {
    const log = await ports.log();
    return { event, cards, ...dayOf(event, log, ports.now()) };
  };
  const write = async (entries: readonly UndatedEntry[], at: Instant): Promise<void> => {
    for (const entry of entries) await ports.append({ ...entry, at: new Date(at).toISOString() });
  };
  const first = await look();
  for (const environment of event.informed?.environments ?? []) {
    if (environment.guardrails.stopOn.length === 0) continue;
    const states = await ports.readAlarms(environment).catch(() => new Map<string, never>());
    await write(alarmChanges(first, environment, states), first.now);
  }
  for (let step = 0; step < STEPS; step += 1) {
    const day = await look();
    const due = deskStep(day, shown(day));
    if (due.length === 0) return day;
    await write(due, day.now);
  }
  throw new Error('the desk never comes to an end of what is due');
}
