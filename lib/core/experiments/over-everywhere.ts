import type { GameDayEvent, Instant } from '../event/event';
import type { DatedEntry } from '../records/effective-log';
import { runsOf, type RunState } from './runs';
import { plannedTogether } from './schedule';

/**
 * The runs that ended, by id, of which everybody may know, each with the instant since when. A planned experiment may be known when it is
 * over at every team that it is planned for: one that it hits later than the others would learn from their end what it has yet to find out.
 */
export function overEverywhere(
  event: Pick<GameDayEvent, 'experiments' | 'teams'>,
  entries: readonly DatedEntry[],
): ReadonlyMap<string, Instant> {
  const runs = runsOf(entries);
  const planned = plannedTogether(event);
  const found = new Map<string, Instant>();
  for (const { run, state } of runs.values()) {
    if (state !== 'ended') continue;
    const together = planned.find((group) => group.includes(run)) ?? [run];
    const since = Math.max(...together.map((id) => overAt(runs.get(id))));
    if (since !== Infinity) found.set(run, since);
  }
  return found;
}

/** When there was nothing left to happen of a run; Infinity: that is yet to come. */
function overAt(run: RunState | undefined): Instant {
  if (run?.state === 'ended') return run.endedAt;
  return run?.state === 'refused' ? run.refusedAt : Infinity;
}
