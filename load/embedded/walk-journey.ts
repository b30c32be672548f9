import type { StepClass } from '../../lib/core/records/records';
import { Customer, type Exchange } from '../customer';
import { journeyHmac } from '../hmac';
import type { JourneyDefinition } from '../journey';
import { TeamClient, type TeamReply } from './team-client';

/** Where a customer is sent, and what its answers are checked with. */
export interface JourneyTarget {
  readonly account: string;
  readonly url: string;
  readonly signingKey: string;
  /** The event's calendar at a real instant, ms. @default the same */
  readonly calendarAt?: (realMs: number) => number;
}

/** What became of one step. */
export interface WalkedStep {
  readonly name: string;
  readonly class: StepClass;
  /** Undefined where no answer came. */
  readonly latencyMs: number | undefined;
}

/**
 * Sends one customer to a team, exactly as the engine does, and says what became of each step. The last one is the first that went wrong, or the
 * journey's last.
 * @param seed no two journeys of an event may share one
 */
export async function walkJourney(
  definition: JourneyDefinition,
  bands: { readonly fastMs: number; readonly acceptableMs: number; readonly timeoutMs: number },
  { account, url, signingKey, calendarAt = (realMs) => realMs }: JourneyTarget,
  seed: number,
): Promise<WalkedStep[]> {
  const client = new TeamClient(url, bands.timeoutMs, realNowMs);
  const customer = new Customer(definition, { account, signingKey, seed, hmac: journeyHmac }, bands);
  const steps: WalkedStep[] = [];
  try {
    for (let request = customer.request; request !== undefined; request = customer.request) {
      const sentAt = realNowMs();
      const reply = await client.send(request);
      if (reply.kind === 'engine') throw new Error('this machine has no sockets left');
      const outcome = customer.take(exchangeOf(reply, sentAt, calendarAt));
      steps.push({ name: request.name, class: outcome.class, latencyMs: outcome.latencyMs });
      if (outcome.class === 'faulty' || outcome.class === 'failed') return steps;
    }
    return steps;
  } finally {
    await client.destroy();
  }
}

const realNowMs = (): number => performance.timeOrigin + performance.now();

function exchangeOf(reply: TeamReply, sentMs: number, calendarAt: (realMs: number) => number): Exchange {
  const { receivedMs } = reply;
  const latencyMs = receivedMs - sentMs;
  if (reply.kind === 'broken') return { kind: 'broken' };
  if (reply.kind !== 'answer') return { kind: reply.kind, latencyMs };
  const { status, body } = reply;
  return { kind: 'answer', status, body, latencyMs, sentAt: calendarAt(sentMs), receivedAt: calendarAt(receivedMs) };
}
