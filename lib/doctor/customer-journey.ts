import { walkJourney } from '../../load/embedded/walk-journey';
import type { JourneyDefinition } from '../../load/journey';
import type { GameDayEvent, Team } from '../core/event/event';
import type { JourneyFound } from './ports';

/**
 * Sends one customer to a team, exactly as the load program does, and says where the journey ended.
 * @param seed no two journeys of an event may share one: customers of the game count from 0, so this one is far away
 */
export async function customerJourney(
  definition: JourneyDefinition,
  { rules }: Pick<GameDayEvent, 'rules'>,
  { account }: Pick<Team, 'account'>,
  { url, signingKey }: { readonly url: string; readonly signingKey: string },
  seed: number,
): Promise<JourneyFound> {
  const steps = await walkJourney(definition, rules.bands, { account, url, signingKey }, seed);
  for (const { name: step, class: kind } of steps) {
    if (kind === 'faulty' || kind === 'failed') return { ok: false, step, class: kind };
  }
  return {
    ok: true,
    steps: steps.length,
    slowestMs: Math.max(0, ...steps.map(({ latencyMs }) => latencyMs ?? 0)),
  };
}
