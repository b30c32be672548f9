import type { AccountState } from '../accounts/account-state';
import type { Conditions, PolicyStatement } from './policy';
import { exemptArn, type Exempt } from './principals';

/**
 * Characters of a service control policy that AWS takes.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const MOST_CHARACTERS = 5120;

/** A service control policy, which binds every principal of an account but those it leaves out. */
export interface Guardrail {
  /** Short name, such as `gd-1-plane`. */
  readonly name: string;
  /** What AWS Organizations knows it by: names of policies are unique in an organization, so the pool is in it. */
  readonly policyName: string;
  /** One sentence. */
  readonly description: string;
  /** What it is attached to: the pool's organizational unit, or those of some states. */
  readonly appliesTo: 'pool' | readonly AccountState[];
  readonly statements: readonly GuardrailStatement[];
}

export interface GuardrailStatement {
  /** Letters and digits. */
  readonly sid: string;
  /** Why, one sentence. */
  readonly reason: string;
  readonly statement: PolicyStatement;
}

/** What the statements depend on. */
export interface GuardrailSettings {
  readonly pool: string;
  /** Regions that may be used, at least one. */
  readonly regions: readonly string[];
  /** EC2 instance types that may be started. */
  readonly instanceTypes: readonly string[];
  /** Such as `aws-cn`. */
  readonly partition: string;
}

interface Denial {
  readonly sid: string;
  readonly reason: string;
  /** Actions that are refused. One of `actions` and `allBut`. */
  readonly actions?: readonly string[];
  /** All others are refused. */
  readonly allBut?: readonly string[];
  /** @default every resource */
  readonly resources?: readonly string[];
  /** Who is left out. @default nobody */
  readonly unless?: readonly Exempt[];
  readonly when?: Conditions;
}

/** A statement that refuses something to everybody but some of the organizer's roles. */
export function deny(
  { partition }: GuardrailSettings,
  { sid, reason, actions, allBut, resources, unless = [], when }: Denial,
): GuardrailStatement {
  const exempt = unless.map((each) => exemptArn(each, partition));
  const condition = { ...when, ...(exempt.length > 0 && { ArnNotLike: { 'aws:PrincipalArn': exempt } }) };
  return {
    sid,
    reason,
    statement: {
      Sid: sid,
      Effect: 'Deny',
      ...(allBut === undefined ? { Action: actions ?? [] } : { NotAction: allBut }),
      Resource: resources ?? '*',
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    },
  };
}

/** The policy as it is given to AWS, without needless characters, of which `MOST_CHARACTERS` are allowed. */
export const policyText = ({ statements }: Guardrail): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map(({ statement }) => statement) });
