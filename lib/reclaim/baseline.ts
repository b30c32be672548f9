import { baselineStackName, organizationRole } from '../accounts/role-names';
import { bootstrapStackName, cdkQualifier } from '../accounts/bootstrap-names';

/** Roles and policies on these paths are ours, or AWS's own services', which nobody else can delete. */
const path = /^\/(gameday|aws-service-role|aws-reserved)\//;

/**
 * Names of what stands in every account of a pool, whoever has it: the way in, the baseline's stack, and what the CDK's bootstrap makes.
 * The organization's policies keep participants from making or changing anything of these names, so that a name is enough to know it by.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
const names: Readonly<Record<'role' | 'policy' | 'bucket' | 'stack', readonly RegExp[]>> = {
  role: [
    new RegExp(`^${organizationRole}$`),
    new RegExp(
      `^cdk-${cdkQualifier}-(deploy|cfn-exec|file-publishing|image-publishing|lookup)-role-\\d{12}-[a-z0-9-]+$`,
    ),
  ],
  policy: [],
  bucket: [new RegExp(`^cdk-${cdkQualifier}-assets-\\d{12}-[a-z0-9-]+$`)],
  stack: [new RegExp(`^(${bootstrapStackName}|${baselineStackName})$`)],
};

/** `{ belongs: why }` for what stays in a clean account, and nothing for anything else. @param at path of a role or policy */
export const belongsToUs = (kind: keyof typeof names, name: string, at = '/'): { readonly belongs?: string } =>
  path.test(at) || (at === '/' && names[kind].some((pattern) => pattern.test(name)))
    ? { belongs: 'of every account of the pool' }
    : {};
