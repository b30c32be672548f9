import type { GameDayEvent } from '../../../lib/core/event/event';
import { dueActions } from '../../../lib/core/experiments/conduct';
import { endedEntry, refusedEntry, startedEntry } from '../../../lib/core/experiments/entries';
import { deskStep, type ShownVotes } from '../../../lib/core/informed/desk';
import { beginRefusal } from '../../../lib/core/informed/gate';
import type { Reach } from '../../../lib/core/informed/attempt';
import type { LogEntry, UndatedEntry } from '../../../lib/core/records/records';
import { dayOf } from '../../../lib/core/time/day';
import { theCard } from '../../support/an-informed';
import { at, iso, someLog } from '../../support/builders';

/** A desk and a conductor that do what is due in a day that is moved on by hand. */
export function aDesk(event: GameDayEvent, log: readonly LogEntry[], reach: Reach = { hits: 1, of: 2 }) {
  const entries: LogEntry[] = someLog(...log);
  const dayAt = (seconds: number) => ({ event, cards: [theCard], ...dayOf(event, entries, at(seconds)) });
  const write = (seconds: number, ...facts: readonly UndatedEntry[]): void => {
    for (const fact of facts) {
      if (!entries.some(({ id }) => id === fact.id)) entries.push({ ...fact, at: iso(at(seconds)) });
    }
  };
  const conduct = (seconds: number): void => {
    for (const action of dueActions(dayAt(seconds))) {
      if (action.kind === 'stop') write(seconds, endedEntry(action.run, action.outcome, action.reason));
      else if (action.kind === 'refuse') write(seconds, refusedEntry(action.run, action.reason));
      else if (action.kind === 'start') {
        const refusal = beginRefusal(dayAt(seconds), action.run, reach);
        write(seconds, refusal === undefined ? startedEntry(action.run) : refusedEntry(action.run, refusal));
      }
    }
  };
  return {
    entries,
    dayAt,
    add: (...more: readonly LogEntry[]) => void entries.push(...more),
    /** Does what is due at an instant of event time. */
    step(seconds: number, shown?: ShownVotes): void {
      for (let due = deskStep(dayAt(seconds), shown); due.length > 0; due = deskStep(dayAt(seconds), shown)) {
        const before = entries.length;
        write(seconds, ...due);
        if (entries.length === before) throw new Error(`the desk writes again what is there: ${due[0]?.id}`);
      }
      conduct(seconds);
    },
    /** What happened to experiments, in a word and its reason each. */
    told: (): string[] =>
      entries.flatMap((entry) => {
        switch (entry.type) {
          case 'kicked-off':
            return [`kick-off ${entry.kickOff}`];
          case 'decided':
            return [`${entry.environment}: ${entry.reason}`];
          case 'called-off':
            return [`called off: ${entry.guardrail}`];
          case 'experiment-started':
            return [`started ${entry.run}`];
          case 'experiment-refused':
            return [`refused ${entry.run}: ${entry.reason}`];
          case 'experiment-ended':
            return [`${entry.outcome} ${entry.run}: ${entry.reason}`];
          default:
            return [];
        }
      }),
  };
}
