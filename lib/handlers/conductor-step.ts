import type { GameDayEvent } from '../core/event/event';
import { conduct, type ConductorPorts } from '../core/experiments/conductor';
import type { ExperimentCard } from '../core/experiments/experiment';

/**
 * A step that is seen to have failed: what `conduct` returns is thrown, after everything else was done, so that Lambda counts an error
 * and somebody is told.
 * @throws AggregateError of the reasons
 */
export async function conductorStep(
  ports: ConductorPorts,
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
): Promise<void> {
  const failures = await conduct(ports, event, cards);
  if (failures.length === 0) return;
  throw new AggregateError(
    failures,
    `${failures.length} failed and will be tried again: ${failures.map(String).join('; ')}`,
  );
}
