import {
  DeleteInstanceProfileCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetInstanceProfileCommand,
  IAMClient,
  ListPolicyVersionsCommand,
  paginateListAttachedRolePolicies,
  paginateListEntitiesForPolicy,
  paginateListInstanceProfiles,
  paginateListPolicies,
  paginateListRolePolicies,
  paginateListRoles,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam';
import { belongsToUs } from '../../baseline';
import { foundBy, gathered, type AwsKind, type Place } from '../place';

const iam = { service: 'iam', global: true } as const;

/** What programs act as. Everything is known by name, policies by ARN. */
export const roleKinds: readonly AwsKind[] = [
  {
    ...iam,
    type: 'instance-profile',
    list: async (place) => {
      const pages = paginateListInstanceProfiles({ client: place.client(IAMClient) }, {});
      const profiles = await gathered(pages, ({ InstanceProfiles }) => InstanceProfiles);
      return foundBy(profiles, ({ InstanceProfileName }) => InstanceProfileName);
    },
    remove: removeProfile,
  },
  {
    ...iam,
    type: 'role',
    list: async (place) => {
      const roles = await gathered(paginateListRoles({ client: place.client(IAMClient) }, {}), ({ Roles }) => Roles);
      return roles.map(({ RoleName: id = '', Path }) => ({ id, ...belongsToUs('role', id, Path) }));
    },
    remove: removeRole,
  },
  {
    ...iam,
    type: 'policy',
    list: async (place) => {
      const pages = paginateListPolicies({ client: place.client(IAMClient) }, { Scope: 'Local' });
      const policies = await gathered(pages, ({ Policies }) => Policies);
      return policies.map(({ Arn: id = '', PolicyName = '', Path }) => ({
        id,
        ...belongsToUs('policy', PolicyName, Path),
      }));
    },
    remove: removePolicy,
  },
];

async function removeProfile(place: Place, InstanceProfileName: string): Promise<void> {
  const client = place.client(IAMClient);
  const { InstanceProfile } = await client.send(new GetInstanceProfileCommand({ InstanceProfileName }));
  for (const { RoleName } of InstanceProfile?.Roles ?? []) {
    await client.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName, RoleName }));
  }
  await client.send(new DeleteInstanceProfileCommand({ InstanceProfileName }));
}

async function removeRole(place: Place, RoleName: string): Promise<void> {
  const client = place.client(IAMClient);
  const attached = paginateListAttachedRolePolicies({ client }, { RoleName });
  for (const { PolicyArn } of await gathered(attached, ({ AttachedPolicies }) => AttachedPolicies)) {
    await client.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  }
  const own = paginateListRolePolicies({ client }, { RoleName });
  for (const PolicyName of await gathered(own, ({ PolicyNames }) => PolicyNames)) {
    await client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  }
  await client.send(new DeleteRoleCommand({ RoleName }));
}

async function removePolicy(place: Place, PolicyArn: string): Promise<void> {
  const client = place.client(IAMClient);
  for await (const page of paginateListEntitiesForPolicy({ client }, { PolicyArn })) {
    for (const { RoleName } of page.PolicyRoles ?? []) {
      await client.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    }
    for (const { UserName } of page.PolicyUsers ?? []) {
      await client.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
    }
    for (const { GroupName } of page.PolicyGroups ?? []) {
      await client.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn }));
    }
  }
  // At most five versions, so one page. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
  const { Versions = [] } = await client.send(new ListPolicyVersionsCommand({ PolicyArn }));
  for (const { VersionId } of Versions.filter(({ IsDefaultVersion }) => IsDefaultVersion !== true)) {
    await client.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
  }
  await client.send(new DeletePolicyCommand({ PolicyArn }));
}
