import { Customer, type Exchange } from '../../load/customer';
import { TeamClient, type TeamReply } from '../../load/embedded/team-client';
import { journeyHmac } from '../../load/hmac';
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
  const client = new TeamClient(url, rules.bands.timeoutMs, () => performance.timeOrigin + performance.now());
  const customer = new Customer(definition, { account, signingKey, seed, hmac: journeyHmac }, rules.bands);
  let steps = 0;
  let slowestMs = 0;
  try {
    for (let request = customer.request; request !== undefined; request = customer.request) {
      const sentAt = performance.timeOrigin + performance.now();
      const reply = await client.send(request);
      if (reply.kind === 'engine') throw new Error('this machine has no sockets left');
      const outcome = customer.take(exchangeOf(reply, sentAt));
      if (outcome.class === 'faulty' || outcome.class === 'failed') {
        return { ok: false, step: request.name, class: outcome.class };
      }
      steps += 1;
      slowestMs = Math.max(slowestMs, outcome.latencyMs ?? 0);
    }
    return { ok: true, steps, slowestMs };
  } finally {
    await client.destroy();
  }
}

function exchangeOf(reply: TeamReply, sentAt: number): Exchange {
  const latencyMs = reply.receivedMs - sentAt;
  if (reply.kind === 'broken') return { kind: 'broken' };
  if (reply.kind !== 'answer') return { kind: reply.kind, latencyMs };
  return { kind: 'answer', status: reply.status, body: reply.body, latencyMs, sentAt, receivedAt: reply.receivedMs };
}
