import type { GameDayEvent } from '../event/event';
import type { LogEntry } from '../records/records';
import { dayOf, type Day } from '../time/day';

/** The day that the audience sees: while frozen, the one of the freeze. */
export const audienceDay = (event: GameDayEvent, log: readonly LogEntry[], day: Day): Day =>
  day.freeze.at !== null && !day.freeze.revealed ? dayOf(event, log, day.freeze.at) : day;
