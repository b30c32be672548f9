import type { AppAnswer, AppRequest } from '../../../lib/arena/application';
import { notFound, page } from './answers';
import { bookedAnswer, decideBooking, readAnswer } from './bookings';
import { catalogueAnswer, type AppContext } from './catalogue';
import { Sessions } from './sessions';
import { catalogueQuestion, storefrontAnswer } from './storefront';
import type { BookingTable } from './table';

/** One tier of the real application: answers its requests, and says by `healthy` whether it can do its work. */
export interface Tier {
  answer(request: AppRequest, at: number): Promise<AppAnswer>;
  /** Settles when the tier can work; rejects or hangs when it cannot. */
  healthy(): Promise<void>;
}

export function catalogueTier(context: AppContext): Tier {
  return {
    answer: (request, at) =>
      Promise.resolve(request.method === 'GET' ? catalogueAnswer(context, request.path, at) : notFound()),
    healthy: () => Promise.resolve(),
  };
}

/** @param ask sends a GET to the catalogue through the load balancer @param sessionMemoryMib see `Sessions` */
export function storefrontTier(
  context: AppContext,
  ask: (path: string) => Promise<AppAnswer>,
  sessionMemoryMib: number,
): Tier {
  const sessions = new Sessions(sessionMemoryMib);
  return {
    async answer(request) {
      const question = request.method === 'GET' ? catalogueQuestion(request.path) : undefined;
      if (question === undefined) return notFound();
      await sessions.enter();
      return storefrontAnswer(context, request.path, await ask(question));
    },
    healthy: () => sessions.check(),
  };
}

/** Memory that a booking holds while it is being made (the receipt is drawn as a picture) and for ever after, KiB. */
const drawingKib = 2048;
const archivedKib = 12;

export function bookingsTier(context: AppContext, table: BookingTable): Tier {
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

/** What a tier says when it is asked more than it can hold at once, or fails at its work. */
export const busy = (): AppAnswer => page(503, '<h1>Too many customers</h1>');
export const failed = (): AppAnswer => page(500, '<h1>Something broke</h1>');
