import type { Snapshot } from '../../../lib/core/view/snapshot';

/** What a frozen board leaves open. */
export interface Suspense {
  readonly frozenAtSeconds: number;
  /** The play is over: only the reveal is to come. */
  readonly over: boolean;
  /** The most points that a team can win from the freeze to the end by serving alone. */
  readonly stillToWin: number;
  /** Points between first and second; undefined where there is no second. */
  readonly lead: number | undefined;
  /** Teams that would lead if they won all of it and the first nothing; the first is one of them. */
  readonly withinReach: number;
  readonly teams: number;
}

/** Steps of an integral: far finer than the plan's own points. */
const PARTS = 500;

/** Undefined while nothing is frozen. */
export function suspenseOf({ freeze, clock, traffic, event, teams }: Snapshot): Suspense | undefined {
  const { frozen, atSeconds } = freeze;
  if (!frozen || atSeconds === null) return undefined;
  const steps = stepsBetween(traffic.plan, atSeconds, clock.endsSeconds);
  const stillToWin = steps * event.rules.worth.fast;
  const best = teams[0]?.points ?? 0;
  const second = teams[1];
  return {
    frozenAtSeconds: atSeconds,
    over: clock.phase === 'ended' || clock.phase === 'closed',
    stillToWin,
    lead: second === undefined ? undefined : best - second.points,
    withinReach: teams.filter(({ points }) => best - points <= stillToWin).length,
    teams: teams.length,
  };
}

/** Planned steps between two instants of a plan that reaches from 0 to `endsSeconds` in points evenly spread. */
function stepsBetween(plan: readonly number[], fromSeconds: number, endsSeconds: number): number {
  const length = (endsSeconds - fromSeconds) / PARTS;
  if (length <= 0) return 0;
  const rateAt = (seconds: number): number => {
    const place = (seconds / endsSeconds) * (plan.length - 1);
    const [before, after] = [plan[Math.floor(place)] ?? 0, plan[Math.ceil(place)] ?? 0];
    return before + (after - before) * (place % 1);
  };
  return Array.from({ length: PARTS }, (_, part) => rateAt(fromSeconds + (part + 0.5) * length) * length).reduce(
    (sum, steps) => sum + steps,
    0,
  );
}
