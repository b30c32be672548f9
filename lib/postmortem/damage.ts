import type { Incident } from '../core/incidents/incident';
import { offeredSteps } from '../core/score/service';
import type { CheckedRound, GameRound } from '../core/score/team-rounds';

/** What an incident's rounds come to, and how they went before and after. */
export interface Damage {
  /** Checked rounds of the incident, ascending. */
  readonly rounds: readonly CheckedRound[];
  /** Rounds of it that nobody measured. */
  readonly unchecked: number;
  /** Steps that customers sent in its checked rounds, and how many of them were not served well. */
  readonly offered: number;
  readonly bad: number;
  readonly failed: number;
  readonly faulty: number;
  readonly slow: number;
  /** The checked round with the smallest share served well; the first of several. */
  readonly worst: CheckedRound | undefined;
  /** Checked rounds in which more than half of the steps failed. */
  readonly down: number;
}

/** Share of a checked round's steps that were served well, 0 to 1. */
export const servedShare = ({ measurement }: CheckedRound): number =>
  (measurement.fast + measurement.acceptable) / offeredSteps(measurement);

/** @param rounds the team's, ascending */
export function damageOf(incident: Incident, rounds: readonly GameRound[], roundSeconds: number): Damage {
  const within = rounds.filter(({ round }) => isWithin(incident, round * roundSeconds));
  const checked = within.filter((each) => each.verdict !== 'unchecked');
  const sum = (count: (round: CheckedRound) => number): number =>
    checked.reduce((total, round) => total + count(round), 0);
  const offered = sum(({ measurement }) => offeredSteps(measurement));
  return {
    rounds: checked,
    unchecked: within.length - checked.length,
    offered,
    bad: offered - sum(({ measurement }) => measurement.fast + measurement.acceptable),
    failed: sum(({ measurement }) => measurement.failed),
    faulty: sum(({ measurement }) => measurement.faulty),
    slow: sum(({ measurement }) => measurement.slow),
    worst: checked.reduce<CheckedRound | undefined>(
      (worst, round) => (worst === undefined || servedShare(round) < servedShare(worst) ? round : worst),
      undefined,
    ),
    down: checked.filter(({ verdict }) => verdict === 'down').length,
  };
}

const isWithin = ({ startSeconds, endSeconds }: Incident, seconds: number): boolean =>
  seconds >= startSeconds && seconds < (endSeconds ?? Infinity);
