import type { GameDayEvent } from '../event/event';
import type { Environment } from '../informed/informed';
import type { EndedRound } from '../scorer/due-rounds';
import type { Day } from '../time/day';
import type { BalancerMinute, ReadCustomers } from './balancer-minute';
import { placeAt } from './place';

/** What was counted of customers in the rounds that are due. */
export interface CustomerRounds {
  /** By round, of those whose customers were read; an empty list: nobody came. */
  readonly minutes: ReadonlyMap<number, readonly BalancerMinute[]>;
  /** Rounds whose customers could not be read; they are left for another time. */
  readonly unread: ReadonlySet<number>;
  readonly failures: readonly unknown[];
}

/**
 * Reads the customers of rounds, each in the environment that heroes looked after when it began. Rounds of environments whose customers
 * nobody counts are in neither answer. What fails in one environment leaves the others.
 */
export async function readCustomerRounds(
  read: ReadCustomers,
  event: GameDayEvent,
  day: Pick<Day, 'entries'>,
  due: readonly EndedRound[],
): Promise<CustomerRounds> {
  const minutes = new Map<number, readonly BalancerMinute[]>();
  const unread = new Set<number>();
  const failures: unknown[] = [];
  for (const [environment, rounds] of roundsByPlace(event, day, due)) {
    const [first, last] = [rounds[0], rounds.at(-1)];
    if (first === undefined || last === undefined) continue;
    try {
      const found = await read(environment, { from: first.span.from, to: last.span.to }, event.rules.bands);
      for (const { round, span } of rounds) {
        minutes.set(
          round,
          found.filter(({ at }) => at >= span.from && at < span.to),
        );
      }
    } catch (error) {
      failures.push(error);
      for (const { round } of rounds) unread.add(round);
    }
  }
  return { minutes, unread, failures };
}

function roundsByPlace(
  event: GameDayEvent,
  { entries }: Pick<Day, 'entries'>,
  due: readonly EndedRound[],
): ReadonlyMap<Environment, readonly EndedRound[]> {
  const places = new Map<Environment, EndedRound[]>();
  for (const ended of due) {
    const place = placeAt(event, entries, ended.span.from);
    if (place?.customers === undefined) continue;
    places.set(place, [...(places.get(place) ?? []), ended]);
  }
  return places;
}
