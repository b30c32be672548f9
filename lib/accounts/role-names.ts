/** Path of everything in IAM that the organizer owns, in any account; guardrails protect it. */
export const rolePath = '/gameday/';

/**
 * Names of the organizer's roles in every account of a pool, below `rolePath`:
 * - `observer` looks, and stands in the team's stack;
 * - `fault` breaks things, as the organizer and as AWS FIS;
 * - `participant` is who a team is in its account;
 * - `reclaim` deploys and deletes.
 *
 * All but the observer stand in the stack `GameDayBaseline`.
 */
export const pooledRoles = ['observer', 'fault', 'participant', 'reclaim'] as const;
export type PooledRole = (typeof pooledRoles)[number];

/** Stack with the organizer's roles, in every account of a pool. */
export const baselineStackName = 'GameDayBaseline';

/** Role that AWS Organizations puts into every account it creates. It trusts the management account. */
export const organizationRole = 'OrganizationAccountAccessRole';

/**
 * Longest session of these roles, also what AWS allows when a role is assumed from a role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
 */
export const sessionSeconds = 3600;

/** Name of a role with its path, as it stands behind `:role/` in an ARN. */
export const pooledRoleName = (role: PooledRole): string => `${rolePath.slice(1)}${role}`;

/** The organizer's programs that accounts let in by the names of their roles. */
export type OrganizerProgram = 'scorer' | 'load' | 'conductor' | 'api';

/**
 * Name of a program's role in the organizer's account, below `rolePath`. At most 64 characters:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const organizerRoleName = (eventId: string, program: OrganizerProgram): string => `${eventId}-${program}`;

/**
 * @param account twelve digits
 * @param partition such as `aws-cn`
 */
export const pooledRoleArn = (account: string, role: PooledRole, partition = 'aws'): string =>
  `arn:${partition}:iam::${account}:role/${pooledRoleName(role)}`;
