import type { ApplicationLogic } from '../../lib/arena/application';
import type { JourneyContext, StepRequest } from '../../load/journey';
import { journeyHmac as hmac } from '../../load/hmac';
import { openLogic } from '../../scenarios/rental-market/app/logic';
import { journey } from '../../scenarios/rental-market/journey';

export const noon = Date.UTC(2026, 11, 10, 12, 0, 40);
export const blue = { account: '111111111111', signingKey: 'blue-secret' };
export const red = { account: '222222222222', signingKey: 'red-secret' };

/** What a team answers to a request that was sent at `sentAt`; `honest` is what its own application would say. */
export interface Lie {
  status: number;
  body: string;
}
export type Liar = (request: StepRequest, honest: Lie, sentAt: number) => Lie;

/** Plays one customer against blue's application, through `liar`; steps are a second apart and take 50 ms. */
export function play(options: { seed?: number; liar?: Liar; logic?: ApplicationLogic; startAt?: number } = {}) {
  const { seed = 7, liar = (_request, honest) => honest, logic = openLogic(blue), startAt = noon } = options;
  const context: JourneyContext = { ...blue, seed, hmac };
  const customer = journey.start(context);
  const steps: string[] = [];
  let next = customer.next();
  for (let sentAt = startAt; next.done !== true; sentAt += 1000) {
    const request = next.value;
    steps.push(request.name);
    const { status, body } = logic.answer({ ...request, body: request.body ?? '' }, sentAt);
    const answer = liar(request, { status, body }, sentAt);
    next = customer.next({ ...answer, sentAt, receivedAt: sentAt + 50 });
  }
  return { end: next.value, steps };
}
