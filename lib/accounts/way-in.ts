import type { AccountRecord } from './account-record';
import { organizationRole, pooledRoleName } from './role-names';

/**
 * Name of the role by which the organizer works in an account: in one of the pool the role that trusts the organizer, in any other the one that
 * AWS Organizations made, which trusts the management account.
 * @param chosen holds for every account; undefined: as above
 */
export const wayIn =
  (records: readonly Pick<AccountRecord, 'account'>[], chosen: string | undefined): ((account: string) => string) =>
  (account) =>
    chosen ?? (records.some((record) => record.account === account) ? pooledRoleName('reclaim') : organizationRole);
