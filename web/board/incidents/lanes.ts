import type { BoardIncident } from '../../../lib/core/view/board-incidents';
import type { Snapshot, SnapshotTeam } from '../../../lib/core/view/snapshot';

/** A team's incidents along event time; places and lengths are shares of it, 0 to 1. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Where it was declared; undefined when nobody has. */
  readonly declared: number | undefined;
  /** It is over. */
  readonly recovered: boolean;
  readonly incident: BoardIncident;
}

/** Lanes of the teams that incidents are newest of, in standings order. */
export function lanesOf({ teams, clock, event, freeze }: Snapshot, most: number): readonly Lane[] {
  const untilSeconds = Math.max((freeze.frozen ? freeze.atSeconds : null) ?? clock.eventSeconds, event.roundSeconds);
  const newest = teams
    .filter(({ incidents }) => incidents.length > 0)
    .sort((a, b) => lastSeconds(b) - lastSeconds(a))
    .slice(0, most);
  return teams
    .filter((team) => newest.includes(team))
    .map(({ id, name, incidents }) => ({ id, name, bars: incidents.map((each) => barOf(each, untilSeconds)) }));
}

/** When something last happened to a team; one whose incident is open comes first. */
const lastSeconds = ({ incidents }: SnapshotTeam): number => incidents.at(-1)?.endSeconds ?? Infinity;

function barOf(incident: BoardIncident, untilSeconds: number): Bar {
  const share = (seconds: number): number => Math.min(1, Math.max(0, seconds / untilSeconds));
  const { startSeconds, declaredAtSeconds, endSeconds } = incident;
  const [from, to] = [share(startSeconds), share(endSeconds ?? untilSeconds)];
  return {
    from,
    to,
    declared: declaredAtSeconds === null ? undefined : Math.min(to, Math.max(from, share(declaredAtSeconds))),
    recovered: endSeconds !== null,
    incident,
  };
}
