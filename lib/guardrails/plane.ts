import { bootstrapStackName, cdkQualifier } from '../accounts/bootstrap-names';
import { baselineStackName, organizationRole, pooledRoleName, rolePath } from '../accounts/role-names';
import { deny, type Guardrail, type GuardrailSettings } from './guardrail';

const looking = ['iam:Get*', 'iam:List*', 'cloudformation:Describe*', 'cloudformation:Get*', 'cloudformation:List*'];

/** What belongs to the organizer: the account as such, and the roles and stacks by which it is steered. */
export function plane(settings: GuardrailSettings): Omit<Guardrail, 'policyName'> {
  const { partition } = settings;
  const iam = `arn:${partition}:iam::*`;
  const stack = (name: string): string => `arn:${partition}:cloudformation:*:*:stack/${name}/*`;
  return {
    name: 'gd-1-plane',
    description: 'The account, its root user and the roles of the organizer stay as they are.',
    appliesTo: 'pool',
    statements: [
      deny(settings, {
        sid: 'Account',
        reason:
          'The account stays in the organization, open, and with its owner, its bills and its regions as they are.',
        actions: [
          'account:AcceptPrimaryEmailUpdate',
          'account:CloseAccount',
          'account:DeleteAlternateContact',
          'account:DisableRegion',
          'account:EnableRegion',
          'account:Put*',
          'account:StartPrimaryEmailUpdate',
          'aws-portal:Modify*',
          'billing:Put*',
          'billing:Update*',
          'identitystore:*',
          'invoicing:Put*',
          'organizations:*',
          'payments:*',
          'purchase-orders:*',
          'sso-directory:*',
          'sso:*',
          'tax:*',
        ],
        unless: ['organization'],
      }),
      deny(settings, {
        sid: 'RootUser',
        reason: 'Nobody plays as the root user, which no policy of the account binds.',
        actions: ['*'],
        when: { ArnLike: { 'aws:PrincipalArn': `${iam}:root` } },
      }),
      deny(settings, {
        sid: 'Baseline',
        reason: 'Whoever could change or assume these roles would be left out of the guardrails as they are.',
        allBut: [...looking, 'iam:PassRole'],
        resources: [
          ...(['fault', 'participant', 'reclaim'] as const).map((role) => `${iam}:role/${pooledRoleName(role)}`),
          `${iam}:role/${organizationRole}`,
          stack(baselineStackName),
        ],
        unless: ['organization'],
      }),
      deny(settings, {
        sid: 'OrganizersPath',
        reason:
          "The observer's role is changed only with the team's stack, and nothing else comes under the organizer's path.",
        allBut: [...looking, 'iam:PassRole'],
        resources: ['role', 'policy', 'instance-profile', 'user', 'group'].map((kind) => `${iam}:${kind}${rolePath}*`),
        unless: ['organization', 'reclaim'],
      }),
      deny(settings, {
        sid: 'PassedRoles',
        reason:
          'A service that is given one of these roles acts as it; only experiments run so, as the fault role itself.',
        actions: ['iam:PassRole'],
        resources: [`${iam}:role${rolePath}*`, `${iam}:role/${organizationRole}`],
        unless: ['organization', 'fault'],
      }),
      deny(settings, {
        sid: 'Bootstrap',
        reason:
          "What CDK deploys with stays in order, and its powerful roles are nobody's: they trust the whole account.",
        allBut: [...looking, 'ecr:BatchGet*', 'ecr:Describe*', 'ecr:Get*', 's3:Get*', 's3:List*', 'ssm:Get*'],
        resources: [
          `${iam}:role/cdk-${cdkQualifier}-*`,
          stack(bootstrapStackName),
          `arn:${partition}:s3:::cdk-${cdkQualifier}-*`,
          `arn:${partition}:ssm:*:*:parameter/cdk-bootstrap/${cdkQualifier}/*`,
          `arn:${partition}:ecr:*:*:repository/cdk-${cdkQualifier}-*`,
        ],
        unless: ['organization', 'reclaim'],
      }),
    ],
  };
}
