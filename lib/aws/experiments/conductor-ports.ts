import type { GameDayEvent } from '../../core/event/event';
import type { ConductorPorts } from '../../core/experiments/conductor';
import type { ClientOptions } from '../client-options';
import { environmentPorts } from '../informed/environments';
import type { EventRecords } from '../event-records';
import { faultExecutors } from './fault-accounts';

/** What a step of the conductor needs in AWS, whoever takes it. @param client how it reaches AWS, and as whom */
export async function conductorPorts(
  event: GameDayEvent,
  records: Pick<EventRecords, 'log' | 'append'>,
  client: ClientOptions,
  note: ConductorPorts['note'],
): Promise<ConductorPorts> {
  return {
    now: Date.now,
    log: () => records.log(),
    append: (entry) => records.append(entry),
    ...(event.informed === undefined
      ? { executorOf: await faultExecutors(event, { client }) }
      : environmentPorts(event, () => records.log(), { client })),
    note,
  };
}
