import type { DatedEntry, Problem } from '../records/effective-log';
import type { GameDayEvent, Instant } from '../event/event';
import { isDuring, secondsAt, type Timeline } from '../time/timeline';

/** A hint that a team took and pays for. */
interface TakenHint {
  readonly at: Instant;
  readonly team: string;
  readonly title: string;
  readonly level: number;
  readonly atSeconds: number;
  /** Cost in seconds of the event's mean planned service. */
  readonly costSeconds: number;
}

/** Hints taken, each once per team, weakness and level. What has no price, or was taken while nothing is played, is reported and free. */
export function takenHints(
  event: GameDayEvent,
  entries: readonly DatedEntry[],
  timeline: Timeline,
  report: (problem: Problem) => void,
): readonly TakenHint[] {
  const seen = new Set<string>();
  return entries.flatMap(({ at, entry }) => {
    if (entry.type !== 'hint') return [];
    const { id, team, weakness, level } = entry;
    const key = JSON.stringify([team, weakness, level]);
    if (seen.has(key)) return [];
    const known = event.weaknesses.find((planned) => planned.id === weakness);
    const costSeconds = known?.hintSeconds[level - 1];
    if (known === undefined || costSeconds === undefined) {
      report({ about: id, message: `hint ${level} for "${weakness}" is not in the event file, and is free` });
      return [];
    }
    if (!isDuring(timeline, at, team)) {
      report({ about: id, message: 'a hint before the start or after the end is free' });
      return [];
    }
    seen.add(key);
    return [{ at, team, title: known.title, level, atSeconds: secondsAt(timeline, at), costSeconds }];
  });
}
