import { accountStates, poolTag } from '../accounts/account-state';
import type { AccountRecords, Organization } from '../accounts/ports';
import { poolUnits } from '../accounts/transition';
import type { Guardrail } from '../guardrails/guardrail';
import { missingGuardrails } from './missing-guardrails';
import type { PoolView } from './ports';

/** A pool as its records and AWS Organizations have it. What does not change while the doctor looks is asked for once. */
export function poolView(
  records: AccountRecords,
  organization: Organization,
  pool: string,
  guardrails: readonly Guardrail[],
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
    missingGuardrails: () => missingGuardrails(organization, pool, guardrails),
  };
}
