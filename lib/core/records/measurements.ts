import { canonicalJson } from '../canonical';
import type { Problem } from './effective-log';
import type { GameDayEvent } from '../event/event';
import type { Measurement, RoundRecord } from './records';
import { offeredSteps } from '../score/service';

/** The measurements of all rounds that are settled, one per round and team at most. */
interface Measurements {
  /** Rounds `0 … n - 1` are settled by what was measured of rounds before `limit`. */
  readonly settledBefore: (limit: number) => number;
  /** By number of the team in the event, then by round; undefined where nothing was measured. */
  readonly byTeam: readonly (readonly (Measurement | undefined)[])[];
  readonly problems: readonly Problem[];
}

/**
 * Sorts measurements by round and team.
 *
 * A round is settled as soon as some team has a measurement of it or of a later one that has ended; until then it is pending and
 * counts for nobody. Of two measurements of the same round and team the one with more steps holds, then the greater canonical JSON.
 * @param endedRounds rounds from this one on have not ended, or lie beyond the event's end, and do not exist
 */
export function settleMeasurements(
  event: GameDayEvent,
  rounds: readonly RoundRecord[],
  endedRounds: number,
): Measurements {
  const numbers = new Map(event.teams.map((team, index) => [team.id, index]));
  const byTeam: (Measurement | undefined)[][] = event.teams.map(() => []);
  const strangers = new Set<string>();
  const measured: true[] = [];
  for (const { round, teams } of rounds) {
    if (round >= endedRounds) continue;
    for (const id of Object.keys(teams)) {
      const row = byTeam[numbers.get(id) ?? -1];
      const measurement = teams[id];
      if (row === undefined || measurement === undefined) {
        strangers.add(id);
        continue;
      }
      measured[round] = true;
      // Rows grow in order of rounds in nearly every journal; a late round may leave holes, which read as undefined.
      row[round] = preferred(row[round], measurement);
    }
  }
  const problems = [...strangers]
    .sort()
    .map((id) => ({ about: id, message: 'was measured, but is no team of this event; its measurements are left out' }));
  return { settledBefore, byTeam, problems };

  function settledBefore(limit: number): number {
    let settled = Math.min(limit, measured.length);
    while (settled > 0 && measured[settled - 1] === undefined) settled -= 1;
    return settled;
  }
}

function preferred(known: Measurement | undefined, other: Measurement): Measurement {
  if (known === undefined || known === other) return other;
  const more = offeredSteps(other) - offeredSteps(known);
  if (more !== 0) return more > 0 ? other : known;
  return canonicalJson(other) > canonicalJson(known) ? other : known;
}
