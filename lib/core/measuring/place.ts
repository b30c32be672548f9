import type { GameDayEvent, Instant } from '../event/event';
import { bySafety, type Environment } from '../informed/informed';
import type { DatedEntry } from '../records/effective-log';

/**
 * The environment that heroes look after at an instant, which is where they are measured: where the newest experiment was decided to run;
 * before the first, of those whose customers are counted, the one closest to customers. Undefined when nothing says.
 *
 * @param entries the log that holds, oldest first
 */
export function placeAt(
  { informed }: Pick<GameDayEvent, 'informed'>,
  entries: readonly DatedEntry[],
  at: Instant,
): Environment | undefined {
  if (informed === undefined) return undefined;
  const decided = entries.findLast(
    (each) => each.at <= at && each.entry.by === 'organizer' && each.entry.type === 'decided',
  )?.entry;
  if (decided?.type === 'decided') {
    const known = informed.environments.find(({ id }) => id === decided.environment);
    if (known !== undefined) return known;
  }
  return bySafety(informed.environments).findLast(({ customers }) => customers !== undefined);
}
