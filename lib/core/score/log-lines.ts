import type { Day } from '../time/day';
import type { Problem } from '../records/effective-log';
import type { GameDayEvent } from '../event/event';
import { takenHints } from './hints';
import type { LedgerLine } from './ledger';
import { secondsAt } from '../time/timeline';
import { meanStepsPerSecond } from '../time/traffic';

/**
 * Lines that entries of the log earn or cost by themselves: adjustments and hints, ascending by instant.
 *
 * A hint's seconds are priced at the mean rate of the whole plan, whenever it is taken: at the rate of its instant, all hints
 * bought in the quiet first minute would be nearly free.
 */
export function logLines(event: GameDayEvent, day: Day, report: (problem: Problem) => void): readonly LedgerLine[] {
  const adjustments = day.entries.flatMap(({ at, entry }): LedgerLine[] =>
    entry.type === 'adjusted'
      ? [
          {
            team: entry.team,
            at,
            round: roundAt(event, secondsAt(day.timeline, at)),
            rule: 'adjustment',
            points: entry.points,
            facts: { reason: entry.reason },
          },
        ]
      : [],
  );
  const stepsPerSecond = meanStepsPerSecond(event);
  const hints = takenHints(event, day.entries, day.timeline, report).map((hint): LedgerLine => {
    const { team, at, title, level, atSeconds, costSeconds } = hint;
    return {
      team,
      at,
      round: roundAt(event, atSeconds),
      rule: 'hint',
      points: -costSeconds * stepsPerSecond * event.rules.worth.fast,
      facts: { title, level, costSeconds },
    };
  });
  return [...adjustments, ...hints].sort((a, b) => a.at - b.at);
}

/** The round that an instant of event time lies in. */
const roundAt = (event: GameDayEvent, seconds: number): number => Math.floor(seconds / event.roundSeconds);
