import type { Day } from '../time/day';
import type { Problem } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';
import { takenHints } from './hints';
import type { LedgerLine } from './ledger';
import { secondsAt } from '../time/timeline';

/** Lines that entries of the log earn or cost by themselves: adjustments and hints, ascending by instant. */
export function logLines(
  event: GameDayEvent,
  day: Day,
  stepsPerSecondThen: (team: string, at: Instant) => number,
  report: (problem: Problem) => void,
): readonly LedgerLine[] {
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
  const hints = takenHints(event, day.entries, day.timeline, report).map((hint): LedgerLine => {
    const { team, at, title, level, atSeconds, costSeconds } = hint;
    return {
      team,
      at,
      round: roundAt(event, atSeconds),
      rule: 'hint',
      points: -costSeconds * stepsPerSecondThen(team, at) * event.rules.worth.fast,
      facts: { title, level, costSeconds },
    };
  });
  return [...adjustments, ...hints].sort((a, b) => a.at - b.at);
}

/** The round that an instant of event time lies in. */
const roundAt = (event: GameDayEvent, seconds: number): number => Math.floor(seconds / event.roundSeconds);
