import { conditionsHold, listOf, type Context } from './conditions';
import type { OneOrMore, Policy, PolicyStatement, TrustStatement } from './policy';
import { fits, fitsArn } from './wildcards';

/** One request to AWS. */
export interface Act {
  /** ARN of the user, the role (not of its session) or the root user: `aws:PrincipalArn`. */
  readonly principal: string;
  /** Such as `ec2:RunInstances`. */
  readonly action: string;
  /** ARN, or `*` where the action knows no resources. */
  readonly resource: string;
  /** Other condition keys of the request. */
  readonly context?: Context;
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly because: string };

/** AWS's own policy, which every organizational unit has beside others. */
export const fullAccess: Policy = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }],
};

/**
 * Whether service control policies let a request of a member account through, from the root of the organization down to the account.
 *
 * Any refusal refuses, and every level has to allow:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html.
 * They do not bind roles of AWS's own services: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @param levels the policies of each level
 */
export function verdict(levels: readonly (readonly Policy[])[], act: Act): Verdict {
  if (act.principal.includes(':role/aws-service-role/')) return { allowed: true };
  const refusal = levels.flat().flatMap(refusals).find(applies(act));
  if (refusal !== undefined) return { allowed: false, because: refusal.Sid ?? 'a statement without Sid' };
  const silent = levels.findIndex((level) => !level.flatMap(permissions).some(applies(act)));
  return silent < 0 ? { allowed: true } : { allowed: false, because: `nothing allows it at level ${silent}` };
}

/** Who asks for a role: a principal of an account, or one of AWS's services. */
export type Caller =
  { readonly principal: string; readonly context?: Context } | { readonly service: string; readonly context?: Context };

/**
 * Whether a role's trust policy lets a caller act on the role, such as assume it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function trusts(trust: Policy<TrustStatement>, caller: Caller, action = 'sts:AssumeRole'): boolean {
  const applying = trust.Statement.filter(
    ({ Principal, Action, Condition = {} }) =>
      isNamed(Principal, caller) && anyFits(Action, action) && conditionsHold(Condition, contextOf(caller)),
  );
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
}

const refusals = ({ Statement }: Policy) => Statement.filter(({ Effect }) => Effect === 'Deny');
const permissions = ({ Statement }: Policy) => Statement.filter(({ Effect }) => Effect === 'Allow');

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const applies =
  (act: Act) =>
  (statement: PolicyStatement): boolean =>
    ('Action' in statement ? anyFits(statement.Action, act.action) : !anyFits(statement.NotAction, act.action)) &&
    ('Resource' in statement
      ? anyResource(statement.Resource, act.resource)
      : !anyResource(statement.NotResource, act.resource)) &&
    conditionsHold(statement.Condition ?? {}, contextOf(act));

/** Names of actions know no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
const anyFits = (patterns: OneOrMore<string>, action: string): boolean =>
  listOf(patterns).some((pattern) => fits(pattern.toLowerCase(), action.toLowerCase()));

const anyResource = (patterns: OneOrMore<string>, resource: string): boolean =>
  listOf(patterns).some((pattern) => pattern === '*' || fitsArn(pattern, resource));

const contextOf = (caller: Caller): Context => ({
  ...caller.context,
  ...('principal' in caller && { 'aws:PrincipalArn': caller.principal }),
});

/** An account stands for everybody in it. */
function isNamed({ AWS, Service }: TrustStatement['Principal'], caller: Caller): boolean {
  if ('service' in caller) return listOf(Service ?? []).includes(caller.service);
  const account = caller.principal.split(':')[4] ?? '';
  return listOf(AWS ?? []).some(
    (named) => named === caller.principal || named === account || fitsArn(`arn:*:iam::${account}:root`, named),
  );
}
