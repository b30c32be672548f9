import type { Snapshot } from '../../lib/core/view/snapshot';
import { hueOf, hues } from './hues';

/** Points over event time, ready to be drawn. */
export interface Graph {
  /** Event seconds of each sample, ascending, from 0. */
  readonly atSeconds: readonly number[];
  /** Best team first. */
  readonly lines: readonly GraphLine[];
  /** There are more teams than lines. */
  readonly partial: boolean;
  /** Event time up to which the axis reaches. */
  readonly untilSeconds: number;
  /** Where the standings are frozen; null when they are not. */
  readonly frozenAtSeconds: number | null;
}

export interface GraphLine {
  readonly id: string;
  readonly name: string;
  readonly hue: string;
  readonly points: readonly number[];
}

/** Colours of the teams that have a line: the leaders, as many as can be told apart. */
export function lineHues({ teams }: Snapshot): ReadonlyMap<string, string> {
  const ids = teams.map((team) => team.id);
  return hueOf(ids.slice(0, hues.length), ids);
}

/** Lines of the leading teams. Everybody starts at event time 0 with nothing. */
export function graphOf(snapshot: Snapshot): Graph {
  const { historyRounds, event, freeze, teams } = snapshot;
  const hue = lineHues(snapshot);
  const atSeconds = [0, ...historyRounds.map((round) => (round + 1) * event.roundSeconds)];
  return {
    atSeconds,
    lines: teams.flatMap(({ id, name, history }) => {
      const own = hue.get(id);
      return own === undefined ? [] : [{ id, name, hue: own, points: [0, ...history] }];
    }),
    partial: teams.length > hue.size,
    untilSeconds: atSeconds.at(-1) ?? 0,
    frozenAtSeconds: freeze.frozen ? freeze.atSeconds : null,
  };
}
