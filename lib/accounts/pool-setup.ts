import { GameDayError } from '../core/errors';
import { accountStates, poolUnitName, stateUnitName, type AccountState } from './account-state';
import { policyPrefix, sameText, type PoolPolicy } from './pool-policy';
import type { Organization } from './ports';

/**
 * Brings an organization to where a pool can live in it: policies switched on, the pool's units, and its service control policies with
 * their texts over the right units. Whatever stands already is left as it is. Throws `OrganizationUnfit` for an organization that cannot
 * have policies, or another one than was named.
 * @param named id of the organization that the event file names; undefined: any
 */
export async function setUpPool(
  organization: Organization,
  pool: string,
  policies: readonly PoolPolicy[],
  named: string | undefined,
): Promise<void> {
  const { id, root, allFeatures, policiesOn } = await organization.describe();
  requireFit(id, allFeatures, named);
  if (!policiesOn) await organization.enablePolicies(root);
  const poolUnit = await ensureUnit(organization, root, poolUnitName(pool));
  const units: [AccountState, string][] = [];
  for (const state of accountStates) {
    units.push([state, await ensureUnit(organization, poolUnit, stateUnitName(state))]);
  }
  await ensurePolicies(organization, pool, policies, [['pool', poolUnit], ...units]);
}

async function ensureUnit(organization: Organization, parent: string, name: string): Promise<string> {
  const found = (await organization.units(parent)).find((unit) => unit.name === name);
  return found?.id ?? organization.createUnit(parent, name);
}

async function ensurePolicies(
  organization: Organization,
  pool: string,
  policies: readonly PoolPolicy[],
  targets: readonly (readonly ['pool' | AccountState, string])[],
): Promise<void> {
  const known = new Map((await organization.policies()).map(({ id, name }) => [name, id]));
  const ids = new Map<PoolPolicy, string>();
  for (const policy of policies) {
    const id = known.get(policy.name);
    ids.set(policy, id ?? (await organization.createPolicy(policy.name, policy.description, policy.text)));
    if (id !== undefined && !sameText(await organization.policyText(id), policy.text)) {
      await organization.updatePolicy(id, policy.text);
    }
  }
  for (const [target, unit] of targets) {
    const attached = await organization.policiesOf(unit);
    const wanted = policies.filter((policy) => appliesTo(policy, target)).map((policy) => ids.get(policy) ?? '');
    for (const id of wanted) {
      if (!attached.some((each) => each.id === id)) await organization.attach(id, unit);
    }
    for (const { id, name } of attached) {
      if (name.startsWith(policyPrefix(pool)) && !wanted.includes(id)) await organization.detach(id, unit);
    }
  }
}

/** Whether a policy belongs over the unit of the whole pool, or of one state. */
const appliesTo = ({ appliesTo: where }: PoolPolicy, target: 'pool' | AccountState): boolean =>
  target === 'pool' ? where === 'pool' : where !== 'pool' && where.includes(target);

function requireFit(id: string, allFeatures: boolean, named: string | undefined): void {
  if (named !== undefined && named !== id) {
    throw new GameDayError(
      'OrganizationUnfit',
      `The event file names the organization ${named}; the credentials at hand are of ${id}.`,
      'Give credentials of its management account with --management-profile NAME, or correct accounts: organization.',
    );
  }
  if (allFeatures) return;
  throw new GameDayError(
    'OrganizationUnfit',
    `The organization ${id} shares its bill only, so its accounts cannot be guarded.`,
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html
    'Begin the change from the management account: aws organizations enable-all-features',
  );
}
