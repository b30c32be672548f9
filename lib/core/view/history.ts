import type { SettledRound } from '../game';
import type { LedgerLine } from '../score/ledger';

/**
 * Points in total at the end of each of these rounds. The last one holds every line up to now, also those written since it ended,
 * so that a graph always ends at the score.
 */
export function pointsAtEnds(lines: readonly LedgerLine[], rounds: readonly SettledRound[]): number[] {
  let points = 0;
  let next = 0;
  return rounds.map(({ endsAt }, index) => {
    const until = index === rounds.length - 1 ? Infinity : endsAt;
    for (let line = lines[next]; line !== undefined && line.at <= until; line = lines[next]) {
      points += line.points;
      next += 1;
    }
    return points;
  });
}

/** At most `most` of these, evenly spread, the last always among them. */
export function sampled<T>(items: readonly T[], most: number): readonly T[] {
  const stride = Math.ceil(items.length / most);
  return items.filter((_, index) => (items.length - 1 - index) % stride === 0);
}
