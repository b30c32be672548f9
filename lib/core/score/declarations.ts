import type { DatedEntry, Problem } from '../records/effective-log';
import type { Instant } from '../event/event';
import type { Impact } from './impacts';
import { isDuring, secondsAt, type Timeline } from '../time/timeline';

/** A team said that its customers suffer. */
export interface Declaration {
  readonly team: string;
  readonly at: Instant;
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
    if (isDuring(timeline, at, entry.team)) return [{ team: entry.team, at, atSeconds: secondsAt(timeline, at) }];
    report({ about: entry.id, message: 'a declaration before the start or after the end counts for nothing' });
    return [];
  });
}

/** Rounds by which a declaration may come before an impact's start or after its end. */
const DECLARATION_REACH = 2;

interface AssignedDeclarations {
  /** Event time of the declaration that counts for each impact, by its place in the list; undefined where none was made. */
  readonly declaredAt: readonly (number | undefined)[];
  /** Those that belong to no impact. */
  readonly strays: readonly Declaration[];
}

/**
 * Which declaration belongs to which impact: to the earliest that is not declared yet, of those that are open, start within the
 * next two rounds, or ended within the last two.
 *
 * One per impact counts; what belongs only to impacts already declared counts for nothing: neither a refund nor a false alarm.
 * The earliest goes first so that an impact still to come never takes back a refund that is already written.
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
  const strays: Declaration[] = [];
  for (const declaration of declarations) {
    const { atSeconds } = declaration;
    let belongs = false;
    for (const [index, { startSeconds, endSeconds }] of impacts.entries()) {
      if (atSeconds < startSeconds - reach || atSeconds > (endSeconds ?? Infinity) + reach) continue;
      belongs = true;
      if (declaredAt[index] !== undefined) continue;
      declaredAt[index] = atSeconds;
      break;
    }
    if (!belongs) strays.push(declaration);
  }
  return { declaredAt, strays };
}

/** The round at whose end a declaration that belongs to nothing is known for a false alarm: no impact within its reach can begin later. */
export const judgingRound = (seconds: number, roundSeconds: number): number =>
  Math.floor(seconds / roundSeconds) + DECLARATION_REACH;
