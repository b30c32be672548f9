import type { Instant } from '../event/event';
import type { CheckedRound, GameRound } from './team-rounds';

/** One line of the ledger: a team's score is the sum of its lines, in their order. The reason in words is `reasonOf(line)`. */
export type LedgerLine =
  | Line<'service' | 'spend', CheckedRound>
  | Line<'unchecked', GameRound>
  | Line<'detection' | 'recovery', RefundFacts>
  | Line<'false-alarm', { readonly atSeconds: number }>
  | Line<'hint', { readonly title: string; readonly level: number; readonly costSeconds: number }>
  | Line<'adjustment', { readonly reason: string }>;

/** Which rule of the game earned or cost a line's points. */
export type LedgerRule = LedgerLine['rule'];

interface Line<Rule extends string, Facts> {
  readonly team: string;
  readonly at: Instant;
  /** Round at whose end, or in which, the line was written. */
  readonly round: number;
  readonly rule: Rule;
  readonly points: number;
  /** What the reason is made of, beside the event's rules. */
  readonly facts: Facts;
}

interface RefundFacts {
  /** Start of the impact, in event time. */
  readonly startSeconds: number;
  /** From the impact's start to its declaration, or to its end. */
  readonly seconds: number;
  /** Points that the impact lost. */
  readonly loss: number;
}

/** Both ascending by instant; of lines of one instant those of `first` come first. */
export function mergeLines(first: readonly LedgerLine[], second: readonly LedgerLine[]): readonly LedgerLine[] {
  if (second.length === 0) return first;
  const merged: LedgerLine[] = [];
  let taken = 0;
  for (const line of second) {
    for (let next = first[taken]; next !== undefined && next.at <= line.at; next = first[taken]) {
      merged.push(next);
      taken += 1;
    }
    merged.push(line);
  }
  for (let index = taken; index < first.length; index += 1) merged.push(first[index]!);
  return merged;
}

/** Points of a ledger: summed in order, so that every fold rounds alike. */
export function pointsOf(lines: readonly LedgerLine[], before = 0): number {
  let points = before;
  for (const line of lines) points += line.points;
  return points;
}
