import { holds, record } from '../../load/checks';
import type { Journey, JourneyContext, JourneyDefinition } from '../../load/journey';
import { legalMinutes, receiptText, signText } from './app/texts';

/** A customer who looks into the window and buys something. Every answer is checked for what nobody without the key can know. */
export const journey: JourneyDefinition = {
  id: 'buy-something',
  steps: 2,
  stepNames: ['window', 'purchase'],
  start: customer,
};

function* customer({ account, signingKey, hmac, seed }: JourneyContext): Journey {
  const window = yield { name: 'window', method: 'GET', path: '/window' };
  const shown = record(window, 200);
  const signs = legalMinutes(window).map((minute) => hmac(signingKey, signText(minute)));
  if (!signs.some((sign) => holds(shown, { account, sign }))) return 'faulty';

  // Secret until it is sent, and different for every customer: a receipt cannot be prepared.
  const nonce = hmac(signingKey, `nonce|${seed}`).slice(0, 24);
  const purchase = yield { name: 'purchase', method: 'POST', path: '/purchases', body: JSON.stringify({ nonce }) };
  const signature = hmac(signingKey, receiptText(account, nonce));
  return holds(record(purchase, 201), { account, nonce, signature }) ? 'correct' : 'faulty';
}
