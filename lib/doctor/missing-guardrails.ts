import { accountStates, poolUnitName } from '../accounts/account-state';
import { sameText } from '../accounts/pool-policy';
import type { Organization } from '../accounts/ports';
import { poolUnits } from '../accounts/transition';
import { policyText, type Guardrail } from '../guardrails/guardrail';

/** What of a pool's guardrails is not in force as this toolkit writes it, in words; nothing when all is. */
export async function missingGuardrails(
  organization: Organization,
  pool: string,
  wanted: readonly Guardrail[],
): Promise<string[]> {
  const { root, policiesOn } = await organization.describe();
  if (!policiesOn) return ['service control policies are off in the organization'];
  const states = await poolUnits(organization, pool);
  const own = (await organization.units(root)).find(({ name }) => name === poolUnitName(pool));
  if (states === undefined || own === undefined) return [`the units of the pool ${pool} are not all there`];
  const units = { pool: own.id, ...states };
  const targets = ['pool', ...accountStates] as const;
  const attached = new Map(
    await Promise.all(
      targets.map(async (target) => {
        const names = (await organization.policiesOf(units[target])).map(({ name }) => name);
        return [target, new Set(names)] as const;
      }),
    ),
  );
  const ids = new Map((await organization.policies()).map(({ id, name }) => [name, id]));
  const missing: string[] = [];
  for (const guardrail of wanted) {
    const id = ids.get(guardrail.policyName);
    if (id === undefined) {
      missing.push(`${guardrail.policyName} is not there`);
      continue;
    }
    if (!sameText(await organization.policyText(id), policyText(guardrail))) {
      missing.push(`${guardrail.policyName} has another text`);
    }
    for (const target of guardrail.appliesTo === 'pool' ? (['pool'] as const) : guardrail.appliesTo) {
      if (attached.get(target)?.has(guardrail.policyName) !== true) {
        missing.push(`${guardrail.policyName} is not attached to ${target === 'pool' ? 'the pool' : target}`);
      }
    }
  }
  return missing;
}
