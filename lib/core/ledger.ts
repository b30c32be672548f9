import type { Instant } from './event';

/** Which rule of the game earned or cost a line's points. */
export type LedgerRule =
  'service' | 'unchecked' | 'spend' | 'detection' | 'recovery' | 'false-alarm' | 'hint' | 'adjustment';

/** One line of the ledger: a team's score is the sum of its lines, in their order. The reason in words is `reasonOf(line)`. */
export interface LedgerLine {
  readonly team: string;
  readonly at: Instant;
  /** Round at whose end, or in which, the line was written. */
  readonly round: number;
  readonly rule: LedgerRule;
  readonly points: number;
  /** What the reason is made of: numbers and words by name, small. */
  readonly facts: Readonly<Record<string, number | string>>;
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

/** Points of a ledger, or of its lines up to an instant: summed in order, so that every fold rounds alike. */
export function pointsOf(lines: readonly LedgerLine[], until: Instant = Infinity): number {
  let points = 0;
  for (const line of lines) {
    if (line.at > until) break;
    points += line.points;
  }
  return points;
}
