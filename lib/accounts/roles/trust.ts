import type { TrustStatement } from '../../guardrails/policy';

/** Who may act in the accounts of a pool. */
export interface Steering {
  /** Twelve digits. */
  readonly organizerAccount: string;
  /** ARNs of roles and users of the organizer's account, at least one. */
  readonly organizers: readonly string[];
  /** Id of the AWS organization, `o-…`. */
  readonly organization: string;
  /** ARN of the role of an event's conductor of experiments, which may break things and nothing else. @default none */
  readonly conductor?: string;
  /** ARN of the role of an event's API, which hands out ways in for participants and nothing else. @default none */
  readonly api?: string;
  /** @default aws */
  readonly partition?: string;
}

/**
 * Trusts exactly the organizers, and only while they belong to the organization.
 *
 * The account is the principal and the condition narrows it, because a role that is named as principal would have to exist, and its id
 * would be pinned: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles.
 * A source identity has to be allowed, because who came with one keeps it in every further role:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export const organizersOnly = ({
  organizerAccount,
  organizers,
  organization,
  partition = 'aws',
}: Steering): TrustStatement => ({
  Effect: 'Allow',
  Principal: { AWS: `arn:${partition}:iam::${organizerAccount}:root` },
  Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
  Condition: {
    ArnEquals: { 'aws:PrincipalArn': [...organizers] },
    StringEquals: { 'aws:PrincipalOrgID': organization },
  },
});

/**
 * Trusts AWS FIS and EventBridge Scheduler, which take faults back, on behalf of one account alone.
 * https://docs.aws.amazon.com/fis/latest/userguide/getting-started-iam-service-role.html
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 * @param account twelve digits, or what CloudFormation makes them of
 */
export const experimentsOf = (account: string): TrustStatement => ({
  Effect: 'Allow',
  Principal: { Service: [...faultServices] },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
});

/** The services that act as the fault role. */
export const faultServices = ['fis.amazonaws.com', 'scheduler.amazonaws.com'] as const;
