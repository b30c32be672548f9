import { EventRecords } from '../../aws/event-records';
import type { ClientOptions } from '../../aws/client-options';
import type { GameDayEvent } from '../../core/event/event';
import { eventId } from '../../core/event/event-id';

interface LoadOrders {
  readonly event: GameDayEvent;
  /** Name of the event's table; undefined when the organizer's plane is not deployed. */
  readonly table: string | undefined;
  readonly options: ClientOptions;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Takes a team out of the load by an entry of the event's log: the load program follows it within seconds. One entry for one taking
 * back, however often it is asked for, and none where no load can be.
 */
export async function stopLoad(
  { event, table, options, now }: LoadOrders,
  account: string,
  since: string,
): Promise<string> {
  const team = event.teams.find((each) => each.account === account)?.id;
  if (team === undefined || table === undefined) return 'no load runs against it';
  const records = new EventRecords(table, eventId(event), () => undefined, options);
  const log = await records.log();
  if (log.some(({ type }) => type === 'closed')) return 'the event is closed, and no load runs';
  const id = `reclaim-${account}-${since}`;
  if (!log.some((entry) => entry.id === id)) {
    const at = new Date(now()).toISOString();
    await records.append({ id, at, by: 'organizer', type: 'traffic', factor: 0, team });
  }
  return `no customers arrive at team ${team} any more`;
}
