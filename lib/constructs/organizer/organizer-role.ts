import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Team } from '../../core/event/event';
import { Stack } from 'aws-cdk-lib';
import { organizerRoleName, pooledRoleName, rolePath, type OrganizerProgram } from '../../accounts/role-names';

/** Teams in one statement: about 3 kB, so that CDK can spread statements over policies, which hold 6 kB. */
const TEAMS_PER_STATEMENT = 50;

/** The role of one program. Its name is fixed, because the teams' accounts trust it by name. */
export function organizerRole(scope: Construct, eventId: string, program: OrganizerProgram, service: string): iam.Role {
  return new iam.Role(scope, 'Role', {
    path: rolePath,
    roleName: organizerRoleName(eventId, program),
    assumedBy: new iam.ServicePrincipal(service),
  });
}

/** Lets a role look into these accounts, and no others. */
export const allowObserving = (role: iam.Role, places: readonly Pick<Team, 'account'>[]): void =>
  allowAssuming(role, places, `/${pooledRoleName('observer')}`);

/** Lets a role break things in these accounts, and no others. */
export const allowBreaking = (role: iam.Role, teams: readonly Pick<Team, 'account'>[]): void =>
  allowAssuming(role, teams, `/${pooledRoleName('fault')}`);

/**
 * Lets a role enter the accounts of these teams as their participants, and name who it does it for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export const allowEntering = (role: iam.Role, teams: readonly Team[]): void =>
  allowAssuming(role, teams, `/${pooledRoleName('participant')}`, ['sts:AssumeRole', 'sts:SetSourceIdentity']);

function allowAssuming(
  role: iam.Role,
  places: readonly Pick<Team, 'account'>[],
  name: string,
  actions = ['sts:AssumeRole'],
): void {
  const { partition } = Stack.of(role);
  const accounts = [...new Set(places.map(({ account }) => account))];
  for (let first = 0; first < accounts.length; first += TEAMS_PER_STATEMENT) {
    role.addToPolicy(
      new iam.PolicyStatement({
        actions,
        resources: accounts
          .slice(first, first + TEAMS_PER_STATEMENT)
          .map((account) => `arn:${partition}:iam::${account}:role${name}`),
      }),
    );
  }
}

/** Lets a role publish metrics of the game. PutMetricData knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html */
export const publishMetrics = (namespace: string): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ['cloudwatch:PutMetricData'],
    resources: ['*'],
    conditions: { StringEquals: { 'cloudwatch:namespace': namespace } },
  });
