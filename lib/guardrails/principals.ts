import { organizationRole, pooledRoleName } from '../accounts/role-names';

/**
 * Who a guardrail may leave out. Every one is a role of exactly this name and path, and each is protected by `gd-1-plane` from everybody
 * else; a pattern with a wildcard would let in whoever can make a role of that shape.
 */
export type Exempt = 'organization' | 'fault' | 'reclaim' | 'observer';

/** What stands behind `:role/` in the ARN. */
const roleOf: Readonly<Record<Exempt, string>> = {
  organization: organizationRole,
  fault: pooledRoleName('fault'),
  reclaim: pooledRoleName('reclaim'),
  observer: pooledRoleName('observer'),
};

/** ARN of the role in whichever account. */
export const exemptArn = (exempt: Exempt, partition: string): string =>
  `arn:${partition}:iam::*:role/${roleOf[exempt]}`;
