/** What decides a place. */
export interface Contender {
  readonly team: string;
  readonly points: number;
  /** Share of the steps served well, 0 to 1. */
  readonly served: number;
  readonly spendUsd: number;
}

/** Order of the standings, best first: points, then share of steps served well, then lower spend, then team id. */
export const compareContenders = (a: Contender, b: Contender): number =>
  b.points - a.points || b.served - a.served || a.spendUsd - b.spendUsd || (a.team < b.team ? -1 : 1);

/** Place of each team, from 1. */
export const ranksOf = (contenders: readonly Contender[]): ReadonlyMap<string, number> =>
  new Map(contenders.toSorted(compareContenders).map(({ team }, index) => [team, index + 1]));
