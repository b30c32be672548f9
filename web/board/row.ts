import type { SnapshotTeam } from '../../lib/core/view/snapshot';
import type { Verdict } from '../../lib/core/score/verdict';
import { durationWords, type Words } from '../shared/words';

/** One team as it stands on the board. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  /** Ranks won (positive) or lost in the last round. */
  readonly moved: number;
  readonly points: string;
  readonly gained: string;
  readonly losing: boolean;
  /** Points of the last rounds, oldest first, as shares of the largest of them: -1 to 1. */
  readonly trend: readonly number[];
  readonly verdict: Verdict;
  /** How long the open impact has lasted; undefined when there is none. */
  readonly impact: string | undefined;
  readonly declared: boolean;
  readonly served: string;
  /** The colour of the team's line in the graph; undefined when it has none there. */
  readonly hue: string | undefined;
}

/** @param asOfSeconds the event time that the standings stand for (the freeze instant while they are frozen) */
export function rowOf(team: SnapshotTeam, asOfSeconds: number, hue: string | undefined, words: Words): Row {
  const largest = Math.max(...team.trend.map(Math.abs), Number.MIN_VALUE);
  return {
    id: team.id,
    name: team.name,
    rank: team.rank,
    moved: team.previousRank - team.rank,
    points: words.points(team.points),
    gained: words.gain(team.gained),
    losing: team.gained < 0,
    trend: team.trend.map((points) => points / largest),
    verdict: team.verdict,
    impact: team.impactSince === null ? undefined : durationWords(asOfSeconds - team.impactSince),
    declared: team.declared,
    // Rounded down: 100 % stands for no step missed.
    served: `${Math.floor(team.served * 100 + 1e-9)} %`,
    hue,
  };
}
