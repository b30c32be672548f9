import type { DatedEntry } from '../records/effective-log';
import type { GameDayEvent } from '../event/event';
import type { Timeline } from './timeline';

/** Whether a round counts for nothing; without a team, whether it is void for everybody. */
export type IsVoid = (round: number, team?: string) => boolean;

/**
 * Rounds that do not count: those that a pause cuts are void for everybody (a pause between two rounds cuts neither), and those
 * that the organizers voided, both ends included, for everybody or for one team.
 */
export function voidRounds(event: GameDayEvent, entries: readonly DatedEntry[], timeline: Timeline): IsVoid {
  const roundMs = event.roundSeconds * 1000;
  const cut = new Set(timeline.pausesMs.filter((ms) => ms % roundMs !== 0).map((ms) => Math.floor(ms / roundMs)));
  const ranges = entries.flatMap(({ entry }) => (entry.type === 'voided' ? [entry] : []));
  // Asked once per round and team, and on nearly every day there is nothing to say.
  if (cut.size === 0 && ranges.length === 0) return () => false;
  return (round, team) =>
    cut.has(round) ||
    ranges.some(
      (range) => round >= range.from && round <= range.to && (range.team === undefined || range.team === team),
    );
}
