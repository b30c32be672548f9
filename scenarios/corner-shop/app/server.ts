import { needed, type AppEnvironment, type Program } from '../../../lib/app/program';
import { serveForGood } from '../../../lib/app/serve';
import { legacyWork } from '../../../lib/app/work';
import { shopAnswer } from './shop';

/** The program that runs on the instances. @throws Error when the environment lacks a value */
export function programOf(env: AppEnvironment): Program {
  const team = { account: needed(env, 'ACCOUNT'), signingKey: needed(env, 'SIGNING_KEY') };
  return {
    answer: (request, at) => Promise.resolve(shopAnswer(team, legacyWork, request, at)),
    healthy: () => Promise.resolve(),
  };
}

if (require.main === module) serveForGood(() => programOf(process.env));
