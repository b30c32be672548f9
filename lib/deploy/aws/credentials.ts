import type { STSClientConfig } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { DeployTarget } from '../target';
import type { Home } from './home';

/** A provider that every SDK client and CDK's toolkit accept. */
export type Credentials = Extract<NonNullable<STSClientConfig['credentials']>, () => unknown>;

/** Credentials are renewed when they would end sooner than this, so that no request carries dead ones. */
const MARGIN_MS = 300_000;

/**
 * Credentials for a target: the organizer's own in its account, those of a role in every other.
 * @param role name of a role in the teams' accounts that the organizer may assume
 */
export function targetCredentials(
  { account, region }: Pick<DeployTarget, 'account' | 'region'>,
  role: string,
  home: Home,
): Credentials {
  if (account === home.account) return home.credentials;
  const arn = `arn:${home.partition}:iam::${account}:role/${role}`;
  return roleCredentials(arn, 'gameday-deploy', { ...home, region });
}

/** Credentials of a role, which is assumed again before they end. @param session by which its account's records name it */
export const roleCredentials = (
  arn: string,
  session: string,
  { region, credentials }: Pick<Home, 'region' | 'credentials'>,
): Credentials =>
  kept(
    fromTemporaryCredentials({
      masterCredentials: credentials,
      params: { RoleArn: arn, RoleSessionName: session },
      clientConfig: { region },
    }),
  );

/** The role is assumed once for many clients, and again shortly before its credentials end. */
function kept(provide: Credentials): Credentials {
  let last: ReturnType<Credentials> | undefined;
  return async () => {
    const known = await last?.catch(() => undefined);
    if (known?.expiration !== undefined && known.expiration.getTime() - Date.now() > MARGIN_MS) return known;
    last = provide();
    return last;
  };
}
