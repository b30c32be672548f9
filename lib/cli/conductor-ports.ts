import { faultExecutors } from '../aws/experiments/fault-accounts';
import type { EventRecords } from '../aws/event-records';
import type { ClientOptions } from '../aws/client-options';
import type { GameDayEvent } from '../core/event/event';
import type { ConductorPorts } from '../core/experiments/conductor';
import type { Io } from '../core/io';

/** What a step of the conductor needs, with the organizer's own credentials: it works when nothing of the organizer's plane does but its table. */
export async function conductorPorts(
  event: GameDayEvent,
  records: Pick<EventRecords, 'log' | 'append'>,
  client: ClientOptions,
  io: Io,
): Promise<ConductorPorts> {
  const executorOf = await faultExecutors(event, { client });
  return {
    now: Date.now,
    log: () => records.log(),
    append: (entry) => records.append(entry),
    executorOf,
    note: ({ message, team, run, reason }) =>
      io.notify([run ?? team, message, reason].filter((part) => part !== undefined).join(': ')),
  };
}
