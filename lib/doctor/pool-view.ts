import { accountStates, poolTag } from '../accounts/account-state';
import type { PoolPolicy } from '../accounts/pool-policy';
import { setUpPool } from '../accounts/pool-setup';
import type { AccountRecords, Organization } from '../accounts/ports';
import { rehearsed } from '../accounts/rehearsed-organization';
import { poolUnits } from '../accounts/transition';
import type { AccountSettings } from '../core/event/event';
import type { PoolView } from './ports';

/** A pool as its records and AWS Organizations have it. What does not change while the doctor looks is asked for once. */
export function poolView(
  records: AccountRecords,
  organization: Organization,
  { pool, organization: named }: Pick<AccountSettings, 'pool' | 'organization'>,
  policies: readonly PoolPolicy[],
): PoolView {
  let listed: ReturnType<PoolView['records']> | undefined;
  let units: ReturnType<typeof poolUnits> | undefined;
  return {
    records: () => (listed ??= records.list(pool)),
    standing: async (account) => {
      const tags = await organization.tags(account);
      const known = await (units ??= poolUnits(organization, pool));
      const unit = await organization.parentOf(account);
      return { pool: tags[poolTag], state: accountStates.find((state) => known?.[state] === unit) };
    },
    // What setting the pool up would still do is what is missing.
    missingGuardrails: async () => {
      const planned = rehearsed(organization);
      await setUpPool(planned, pool, policies, named);
      return planned.changes;
    },
  };
}
