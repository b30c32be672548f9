import { bootstrapStackName, cdkQualifier } from '../accounts/bootstrap-names';
import { baselineStackName, organizationRole, rolePath, type PooledRole } from '../accounts/role-names';

/** Roles and policies on these paths are made by AWS's own services, and only they can delete them. */
const ofAws = /^\/(aws-service-role|aws-reserved)\//;

/** All but the observer, which goes with the team's stack, and would be in the way of the next one. */
const baselineRoles: readonly PooledRole[] = ['fault', 'participant', 'reclaim'];

/**
 * What stands in every account of a pool, whoever has it, by path and name: the way in, the baseline's stack and roles, and what the
 * CDK's bootstrap makes. The organization's policies keep participants from making or changing any of it, so that its name is proof.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
const names: Readonly<Record<'role' | 'policy' | 'bucket' | 'stack', readonly RegExp[]>> = {
  role: [
    new RegExp(`^/${organizationRole}$`),
    new RegExp(`^${rolePath}(${baselineRoles.join('|')})$`),
    new RegExp(
      `^/cdk-${cdkQualifier}-(deploy|cfn-exec|file-publishing|image-publishing|lookup)-role-\\d{12}-[a-z0-9-]+$`,
    ),
  ],
  policy: [],
  bucket: [new RegExp(`^/cdk-${cdkQualifier}-assets-\\d{12}-[a-z0-9-]+$`)],
  stack: [new RegExp(`^/(${bootstrapStackName}|${baselineStackName})$`)],
};

/** `{ belongs: why }` for what stays in a clean account, and nothing for anything else. @param path of a role or policy */
export const belongsToUs = (kind: keyof typeof names, name: string, path = '/'): { readonly belongs?: string } =>
  ofAws.test(path) || names[kind].some((pattern) => pattern.test(`${path}${name}`))
    ? { belongs: 'of every account of the pool' }
    : {};
