import { totalmem } from 'node:os';
import { json } from '../../../lib/app/answers';
import { holdOf } from '../../../lib/app/held';
import { needed, type AppEnvironment, type Program } from '../../../lib/app/program';
import { serveForGood } from '../../../lib/app/serve';
import { legacyWork, type Work } from '../../../lib/app/work';
import type { AppAnswer } from '../../../lib/arena/application';
import { journeyHmac } from '../../../load/hmac';
import type { AppContext } from './catalogue';
import { dynamoTable } from './dynamo-table';
import { memoryTable } from './table';
import { bookingsTier, catalogueTier, storefrontTier } from './tiers';

/** The storefront gives up on the catalogue before its own customers give up on it (3 s). */
const catalogueTimeoutMs = 2500;

/**
 * The program of the tier that the environment names: `TIER`, `ACCOUNT`, `SIGNING_KEY`; storefront: `CATALOGUE_URL`; bookings: `TABLE`
 * (none: in memory). @throws Error when it names no tier or lacks a value
 *
 * @param work tests leave the legacy work out
 */
export function programOf(env: AppEnvironment, work: Work = legacyWork): Program {
  const team = { account: needed(env, 'ACCOUNT'), signingKey: needed(env, 'SIGNING_KEY') };
  const context: AppContext = { team, hmac: journeyHmac, work };
  const tier = needed(env, 'TIER');
  switch (tier) {
    case 'storefront': {
      const sessionMemoryMib = Number(
        env['SESSION_MEMORY_MIB'] ?? ((totalmem() / 2 ** 20) * 0.75) / Number(env['WORKERS'] ?? 1),
      );
      return storefrontTier(context, catalogueAt(needed(env, 'CATALOGUE_URL')), sessionMemoryMib, holdOf(env));
    }
    case 'catalogue':
      return catalogueTier(context);
    case 'bookings': {
      const table = env['TABLE'];
      return bookingsTier(context, table === undefined ? memoryTable() : dynamoTable(table));
    }
    default:
      throw new Error(`there is no tier ${tier}`);
  }
}

const catalogueAt =
  (url: string) =>
  async (path: string): Promise<AppAnswer> => {
    try {
      const answer = await fetch(url + path, { signal: AbortSignal.timeout(catalogueTimeoutMs) });
      return { status: answer.status, headers: {}, body: await answer.text() };
    } catch {
      return json(502, { error: 'the catalogue does not answer' });
    }
  };

if (require.main === module) serveForGood(() => programOf(process.env));
