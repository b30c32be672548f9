import type { Snapshot } from '../../lib/core/view/snapshot';
import type { LineGraph } from '../shared/graph/line-graph';
import { hueOf, hues } from './hues';

/** Points over event time, best team first. */
export interface Graph extends LineGraph {
  /** There are more teams than lines. */
  readonly partial: boolean;
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
      return own === undefined ? [] : [{ id, name, hue: own, values: [0, ...history] }];
    }),
    partial: teams.length > hue.size,
    untilSeconds: atSeconds.at(-1) ?? 0,
    markedAtSeconds: freeze.frozen ? freeze.atSeconds : null,
  };
}
