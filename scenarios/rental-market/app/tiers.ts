import type { AppAnswer } from '../../../lib/arena/application';
import type { Hold } from '../../../lib/app/held';
import type { Program } from '../../../lib/app/program';
import { notFound } from '../../../lib/app/answers';
import { bookedAnswer, decideBooking, readAnswer } from './bookings';
import { catalogueAnswer, type AppContext } from './catalogue';
import { Sessions } from './sessions';
import { Shelf } from './shelf';
import { catalogueQuestion, storefrontAnswer } from './storefront';
import type { BookingTable } from './table';

export function catalogueTier(context: AppContext): Program {
  return {
    answer: (request, at) =>
      Promise.resolve(request.method === 'GET' ? catalogueAnswer(context, request.path, at) : notFound()),
    healthy: () => Promise.resolve(),
  };
}

/**
 * @param ask sends a GET to the catalogue through the load balancer
 * @param sessionMemoryMib see `Sessions`
 * @param hold what may keep the listings from being brought up to date
 */
export function storefrontTier(
  context: AppContext,
  ask: (path: string) => Promise<AppAnswer>,
  sessionMemoryMib: number,
  hold: Hold,
): Program {
  const sessions = new Sessions(sessionMemoryMib);
  const shelf = new Shelf(ask, hold);
  return {
    async answer(request, at) {
      const question = request.method === 'GET' ? catalogueQuestion(request.path) : undefined;
      if (question === undefined) return notFound();
      await sessions.enter();
      const isListing = question.startsWith('/catalogue/listing');
      return storefrontAnswer(context, request.path, await (isListing ? shelf.listing(question, at) : ask(question)));
    },
    async healthy() {
      await sessions.check();
      shelf.check(Date.now());
    },
  };
}

/** Memory that a booking holds while it is being made (the receipt is drawn as a picture) and for ever after, KiB. */
const drawingKib = 2048;
const archivedKib = 8;

export function bookingsTier(context: AppContext, table: BookingTable): Program {
  const archive: Buffer[] = [];
  return {
    async answer(request) {
      const drawing = Buffer.alloc(drawingKib * 1024, 1);
      archive.push(Buffer.from(drawing.subarray(0, archivedKib * 1024)));
      const decision = decideBooking(context, request);
      switch (decision.do) {
        case 'refuse':
          return decision.answer;
        case 'get':
          return readAnswer(context, await table.tryGet(decision.id));
        case 'put':
          await table.put(decision.receipt);
          return bookedAnswer(decision.receipt);
      }
    },
    healthy: () => Promise.resolve(),
  };
}
