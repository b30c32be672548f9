import type { AppAnswer, ApplicationLogic, ApplicationTeam, AppRequest } from '../../../lib/arena/application';
import { journeyHmac } from '../../../load/hmac';
import { addressOf } from '../../../lib/app/address';
import { notFound, page } from '../../../lib/app/answers';
import { bookedAnswer, decideBooking, readAnswer } from './bookings';
import { catalogueAnswer, type AppContext } from './catalogue';
import type { Receipt } from './documents';
import { priceEpochMs } from './prices';
import { catalogueQuestion, storefrontAnswer } from './storefront';
import { onceWork } from '../../../lib/app/work';

/** Customers read a booking back at once, so the arena need not remember a whole day's. */
const rememberedBookings = 20_000;

/** How old prices are that are no longer kept up to date: of an epoch that no customer takes for legal. */
const staleMs = 3 * priceEpochMs;

/** The whole application of one team in one place, without network and without the legacy work: what the arena answers with. */
export function openLogic(team: ApplicationTeam): ApplicationLogic {
  const context: AppContext = { team, hmac: journeyHmac, work: onceWork };
  const table = new Map<string, Receipt>();

  const storefront = (path: string, at: number, stale: boolean): AppAnswer => {
    const question = catalogueQuestion(path);
    if (question === undefined) return notFound();
    return storefrontAnswer(context, path, catalogueAnswer(context, question, stale ? at - staleMs : at));
  };
  const bookings = (request: AppRequest): AppAnswer => {
    const decision = decideBooking(context, request);
    if (decision.do === 'refuse') return decision.answer;
    if (decision.do === 'get') return readAnswer(context, table.get(decision.id));
    table.set(decision.receipt.id, decision.receipt);
    const oldest = table.size > rememberedBookings ? table.keys().next().value : undefined;
    if (oldest !== undefined) table.delete(oldest);
    return bookedAnswer(decision.receipt);
  };

  return {
    answer(request, at, stale = false) {
      const { pathname } = addressOf(request.path);
      if (pathname === '/static/ok' || pathname === '/health') return page(200, 'ok');
      if (pathname === '/bookings' || pathname.startsWith('/bookings/')) return bookings(request);
      if (request.method !== 'GET') return notFound();
      return pathname.startsWith('/catalogue/')
        ? catalogueAnswer(context, request.path, at)
        : storefront(request.path, at, stale);
    },
  };
}
