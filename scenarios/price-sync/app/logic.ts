import { page } from '../../../lib/app/answers';
import { onceWork } from '../../../lib/app/work';
import type { ApplicationLogic, ApplicationTeam } from '../../../lib/arena/application';
import { journeyHmac } from '../../../load/hmac';
import { holdMs, priceOf, slotAt } from './prices';
import { productsOf } from './products';
import { shelfAnswer, shopQuestion, storeAnswer, type AppContext } from './shop';

/** The whole application of one team in one place, without network, tables and queue: what the arena answers with. */
export function openLogic(team: ApplicationTeam): ApplicationLogic {
  const context: AppContext = { team, hmac: journeyHmac, work: onceWork };
  const price = (product: number, at: number) => priceOf(journeyHmac, team.signingKey, product, slotAt(product, at));
  return {
    answer(request, at, stale = false) {
      if (request.path === '/static/ok' || request.path === '/health') return page(200, 'ok');
      const question = shopQuestion(request);
      switch (question.book) {
        case 'none':
          return question.answer;
        case 'store':
          return storeAnswer(context, question, price(question.product, at), at);
        case 'index': {
          // Two prices ago: nobody takes that for legal.
          const shown = stale ? at - 2 * holdMs : at;
          return shelfAnswer(
            context,
            question.shelf,
            productsOf(question.shelf).map((product) => price(product, shown)),
          );
        }
      }
    },
  };
}
