import type { GameDayEvent } from '../event/event';
import { conduct, type ConductorPorts } from './conductor';
import type { ExperimentCard } from './experiment';

/**
 * Ends everything at once, whatever the log knows and whether it can be reached or not: the order is written down, what the log says is
 * under way is ended, and every team is swept. Whoever is just beginning a run sees the order and ends it. What is planned for later stays.
 * @param id of the order, unique
 * @returns what was found at each team that the log did not know of, and reasons of what failed
 */
export async function stopAll(
  ports: ConductorPorts,
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
  id: string,
): Promise<{ readonly swept: readonly string[]; readonly failures: readonly unknown[] }> {
  const failures: unknown[] = [];
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      failures.push(error);
    }
  };
  const at = new Date(ports.now()).toISOString();
  await attempt(() => ports.append({ id, at, by: 'organizer', type: 'stop-ordered' }));
  await attempt(async () => void failures.push(...(await conduct(ports, event, cards))));
  const swept: string[] = [];
  await Promise.all(
    event.teams.map(({ id: team }) =>
      attempt(async () => void swept.push(...(await ports.executorOf(team).sweep(new Set())))),
    ),
  );
  return { swept, failures };
}
