import type { Organization } from './ports';

/** What would change, a line each. */
export interface RehearsedOrganization extends Organization {
  readonly changes: readonly string[];
}

/**
 * An organization that notes each change to its units and policies instead of making it, so that a plan says what applying does.
 * What would be made has ids of its own, and nothing in it.
 */
export function rehearsed(organization: Organization): RehearsedOrganization {
  const changes: string[] = [];
  const names = new Map<string, string>();
  const note = (change: string): Promise<void> => Promise.resolve(void changes.push(change));
  const fresh = new Set<string>();
  const made = async (name: string, change: string): Promise<string> => {
    const id = `new ${fresh.size}`;
    fresh.add(id);
    names.set(id, name);
    await note(change);
    return id;
  };
  const inside = <T>(id: string, real: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    fresh.has(id) ? Promise.resolve([]) : real();
  const nameOf = (id: string): string => names.get(id) ?? id;
  const changed: Partial<RehearsedOrganization> = {
    changes,
    units: (parent) => inside(parent, () => named(organization.units(parent))),
    policies: () => named(organization.policies()),
    policiesOf: (target) => inside(target, () => named(organization.policiesOf(target))),
    enablePolicies: () => note('switches service control policies on'),
    createUnit: (_parent, name) => made(name, `makes the unit ${name}`),
    createPolicy: (name) => made(name, `makes the policy ${name}`),
    updatePolicy: (policy) => note(`brings the policy ${nameOf(policy)} up to date`),
    attach: (policy, target) => note(`puts the policy ${nameOf(policy)} over ${nameOf(target)}`),
    detach: (policy, target) => note(`takes the policy ${nameOf(policy)} from ${nameOf(target)}`),
  };
  // Everything else is asked of the real one.
  return Object.assign(Object.create(organization) as RehearsedOrganization, changed);

  /** Remembers what ids are called. */
  async function named<T extends { readonly id: string; readonly name: string }>(
    found: Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    for (const { id, name } of await found) names.set(id, name);
    return found;
  }
}
