import { policyOf, type Policy, type PolicyStatement, type TrustStatement } from '../../guardrails/policy';
import type { PooledRole } from '../role-names';
import { faultPermissions } from './fault-permissions';
import { experimentsOf, organizersOnly, type Steering } from './trust';

/** A role that stands in every account of a pool, in the baseline stack. */
export interface AccountRole {
  readonly name: Exclude<PooledRole, 'observer'>;
  readonly description: string;
  readonly trust: Policy<TrustStatement>;
  /** Names of AWS's own policies. */
  readonly managedPolicies: readonly string[];
  readonly permissions: readonly PolicyStatement[];
}

/** What CloudFormation makes of the account that a stack is in. */
export const thisAccount = { partition: '${AWS::Partition}', account: '${AWS::AccountId}' };

/**
 * The roles of the baseline. Participants and reclaiming may do everything, because what nobody may do in an account is said by its
 * guardrails, which also bind the roles that participants make.
 */
export function accountRoles(steering: Steering, { partition, account } = thisAccount): readonly AccountRole[] {
  const organizers = organizersOnly(steering);
  const organizersAnd = (program: string | undefined) =>
    program === undefined ? organizers : organizersOnly({ ...steering, organizers: [...steering.organizers, program] });
  return [
    {
      name: 'fault',
      description: 'The organizer of the GameDay breaks things here',
      trust: policyOf(organizersAnd(steering.conductor), experimentsOf(account)),
      managedPolicies: [],
      permissions: faultPermissions(partition, account),
    },
    {
      name: 'participant',
      description: 'A team of the GameDay works here',
      trust: policyOf(organizersAnd(steering.api)),
      managedPolicies: ['AdministratorAccess'],
      permissions: [],
    },
    {
      name: 'reclaim',
      description: 'The organizer of the GameDay deploys here and takes everything back',
      trust: policyOf(organizers),
      managedPolicies: ['AdministratorAccess'],
      permissions: [],
    },
  ];
}
