import type { DatedEntry, Problem } from './effective-log';
import type { Impact } from './impacts';
import { isDuring, secondsAt, type Timeline } from './timeline';

/** A team said that its customers suffer. */
export interface Declaration {
  readonly team: string;
  readonly atSeconds: number;
}

/** Declarations made while the event plays, ascending. Others belong to no impact and are no false alarms: they are reported. */
export function declarationsOf(
  entries: readonly DatedEntry[],
  timeline: Timeline,
  report: (problem: Problem) => void,
): readonly Declaration[] {
  return entries.flatMap(({ at, entry }) => {
    if (entry.type !== 'incident-declared') return [];
    if (isDuring(timeline, at)) return [{ team: entry.team, atSeconds: secondsAt(timeline, at) }];
    report({ about: entry.id, message: 'a declaration before the start or after the end counts for nothing' });
    return [];
  });
}

/** Rounds by which a declaration may come before an impact's start or after its end. */
export const DECLARATION_REACH = 2;

interface AssignedDeclarations {
  /** Event time of the declaration that counts for each impact, by its place in the list; undefined where none was made. */
  readonly declaredAt: readonly (number | undefined)[];
  /** Event times of declarations that belong to no impact. */
  readonly strays: readonly number[];
}

/**
 * Which declaration belongs to which impact.
 *
 * One belongs to the impact that is open, else to one that starts within the next two rounds, else to one that ended within the
 * last two; one that is not declared yet goes first, and one per impact counts. What belongs only to impacts already declared
 * counts for nothing: neither a refund nor a false alarm.
 * @param impacts ascending
 * @param declarations of the same team, ascending
 */
export function assignDeclarations(
  impacts: readonly Impact[],
  declarations: readonly Declaration[],
  roundSeconds: number,
): AssignedDeclarations {
  const reach = DECLARATION_REACH * roundSeconds;
  const declaredAt: (number | undefined)[] = impacts.map(() => undefined);
  const strays: number[] = [];
  for (const { atSeconds: seconds } of declarations) {
    const near = impacts
      .map((impact, index) => ({ index, nearness: nearness(impact, seconds) }))
      .filter(({ nearness: { after, before } }) => after <= reach && before <= reach);
    if (near.length === 0) {
      strays.push(seconds);
      continue;
    }
    const open = near.find(({ nearness: { after, before } }) => after === 0 && before === 0);
    if (open !== undefined && declaredAt[open.index] !== undefined) continue;
    const chosen = near
      .filter(({ index }) => declaredAt[index] === undefined)
      .sort((a, b) => a.nearness.after - b.nearness.after || a.nearness.before - b.nearness.before)[0];
    if (chosen !== undefined) declaredAt[chosen.index] = seconds;
  }
  return { declaredAt, strays };
}

/** Seconds that an instant lies before an impact's start and after its end; both 0 while it is open. */
function nearness(impact: Impact, seconds: number): { readonly before: number; readonly after: number } {
  return {
    before: Math.max(0, impact.startSeconds - seconds),
    after: impact.endSeconds === null ? 0 : Math.max(0, seconds - impact.endSeconds),
  };
}

/** The round at whose end a declaration that belongs to nothing is known for a false alarm: no impact within its reach can begin later. */
export const judgingRound = (seconds: number, roundSeconds: number): number =>
  Math.floor(seconds / roundSeconds) + DECLARATION_REACH;
