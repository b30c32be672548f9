import { accountRoles, thisAccount, type AccountRole } from '../accounts/roles/account-roles';
import type { Steering } from '../accounts/roles/trust';
import { organizerRoleName, rolePath, sessionSeconds, type OrganizerProgram } from '../accounts/role-names';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import { eventId } from '../core/event/event-id';

/**
 * The stack `GameDayBaseline` that stands in every account of a pool, as CloudFormation's JSON: the organizer's roles. Holds no asset, so
 * that it can be deployed before CDK is bootstrapped, and no value of the account, so that it is the same in all. The fault role also lets
 * in the conductor of this event alone, and the participant role its API, so the accounts are brought up to date (`gameday accounts adopt`) for another event.
 * Throws `BadOption` when nobody could enter, or somebody of another account than the organizer's was to.
 */
export function baselineTemplate(
  event: Pick<GameDayEvent, 'accounts' | 'name' | 'edition'>,
  steering: Omit<Steering, 'conductor' | 'api'>,
): string {
  requireOrganizers(steering);
  const { partition = 'aws', organizerAccount } = steering;
  const roleOf = (program: OrganizerProgram): string =>
    `arn:${partition}:iam::${organizerAccount}:role${rolePath}${organizerRoleName(eventId(event), program)}`;
  const roles = accountRoles({ ...steering, conductor: roleOf('conductor'), api: roleOf('api') });
  return JSON.stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'Roles of the organizer of GameDays',
      Resources: Object.fromEntries(roles.map((role) => [logicalId(role), resource(role, event.accounts.pool)])),
    },
    null,
    2,
  );
}

const logicalId = ({ name }: AccountRole): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Role`;

const resource = ({ name, description, trust, managedPolicies, permissions }: AccountRole, pool: string): object => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Path: rolePath,
    RoleName: name,
    Description: description,
    MaxSessionDuration: sessionSeconds,
    AssumeRolePolicyDocument: substituted(trust),
    ...(managedPolicies.length > 0 && {
      ManagedPolicyArns: managedPolicies.map((policy) =>
        substituted(`arn:${thisAccount.partition}:iam::aws:policy/${policy}`),
      ),
    }),
    ...(permissions.length > 0 && {
      Policies: [
        { PolicyName: name, PolicyDocument: { Version: '2012-10-17', Statement: permissions.map(substituted) } },
      ],
    }),
    Tags: [{ Key: 'gameday:pool', Value: pool }],
  },
});

/** What names the account or its partition, in CloudFormation's words. */
function substituted(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('${') ? { 'Fn::Sub': value } : value;
  if (Array.isArray(value)) return value.map(substituted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, substituted(each)]));
}

function requireOrganizers({ organizers, organizerAccount }: Steering): void {
  const stranger = organizers.find((arn) => arn.split(':')[4] !== organizerAccount);
  if (stranger === undefined && organizers.length > 0) return;
  throw new GameDayError(
    'BadOption',
    stranger === undefined
      ? 'Nobody is named who may act in the accounts.'
      : `${stranger} is not of the organizer's account ${organizerAccount}, so the accounts would not let it in.`,
    `Write under accounts: organizers: [arn:aws:iam::${organizerAccount}:role/…].`,
  );
}
