import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { executionRoleArn } from '../../accounts/bootstrap-names';
import { pooledRoleArn } from '../../accounts/role-names';
import { GameDayError } from '../../core/errors';
import { roleCredentials } from '../../deploy/aws/credentials';
import type { Home } from '../../deploy/aws/home';
import { said } from '../inventory';
import type { EnteredAccount } from '../ports';
import { stopExperiments } from './experiments';
import { kindsIn } from './kinds/kinds';
import { Place } from './place';
import { stacksIn } from './stacks';

/**
 * Enters an account by the role that reclaims, for as long as it takes. Throws `AccountUnreadable` when the role cannot be assumed, or when its
 * credentials are of another account than the one that was asked for.
 * @param regions at least one; the first is asked for what belongs to none
 */
export async function enterAccount(home: Home, account: string, regions: readonly string[]): Promise<EnteredAccount> {
  const role = pooledRoleArn(account, 'reclaim', home.partition);
  // Emptying an account may take longer than the hour that a session lasts.
  const credentials = roleCredentials(role, 'gameday-reclaim', home);
  await credentials().catch((cause: unknown) => {
    throw unreadable(account, `its role gameday/reclaim cannot be assumed: ${said(cause)}`, cause);
  });
  const { Account } = await new STSClient({ region: home.region, credentials }).send(new GetCallerIdentityCommand({}));
  if (Account !== account) {
    throw unreadable(account, `its role leads into account ${Account}, where nothing is touched`);
  }
  const places = regions.map((region) => new Place(account, region, { credentials }));
  const executionRole = executionRoleArn(account, home.region, home.partition);
  return {
    kinds: kindsIn(places),
    stacks: places.map((place) => stacksIn(place, executionRole)),
    stopExperiments: () => stopExperiments(places),
  };
}

const unreadable = (account: string, what: string, cause?: unknown): GameDayError =>
  new GameDayError(
    'AccountUnreadable',
    `account ${account}: ${what}`,
    `Look at its roles and policies: npx gameday accounts doctor, then repeat the command.`,
    { cause },
  );
