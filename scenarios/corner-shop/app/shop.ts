import { badRequest, json, notFound, page } from '../../../lib/app/answers';
import { onceWork, type Work } from '../../../lib/app/work';
import type { AppAnswer, ApplicationLogic, ApplicationTeam, AppRequest } from '../../../lib/arena/application';
import { journeyHmac } from '../../../load/hmac';
import { minuteOf, receiptText, signText } from './texts';

/** Times that everything is signed, "to be safe"; with these, a request costs what `application.ts` says. */
const passes = { window: 5400, purchase: 10_800 };

/** What the shop answers: depends on nothing but the request, the signing key and the instant. @param at ms */
export function shopAnswer(team: ApplicationTeam, work: Work, request: AppRequest, at: number): AppAnswer {
  const { account, signingKey } = team;
  if (request.method === 'GET' && request.path === '/window') {
    const sign = work.repeat(passes.window, () => journeyHmac(signingKey, signText(minuteOf(at))));
    return json(200, { account, sign });
  }
  if (request.method !== 'POST' || request.path !== '/purchases') return notFound();
  const nonce = /^\{"nonce":"([0-9a-z]{8,64})"\}$/.exec(request.body)?.[1];
  if (nonce === undefined) return badRequest('a purchase needs a nonce');
  const signature = work.repeat(passes.purchase, () => journeyHmac(signingKey, receiptText(account, nonce)));
  return json(201, { account, nonce, signature });
}

/** The shop without network and without the legacy work: what the arena answers with. */
export const openShop = (team: ApplicationTeam): ApplicationLogic => ({
  answer: (request, at) =>
    request.path === '/health' || request.path === '/static/ok'
      ? page(200, 'ok')
      : shopAnswer(team, onceWork, request, at),
});
