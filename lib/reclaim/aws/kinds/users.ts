import {
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachUserPolicyCommand,
  IAMClient,
  NoSuchEntityException,
  paginateGetGroup,
  paginateListAccessKeys,
  paginateListAttachedGroupPolicies,
  paginateListAttachedUserPolicies,
  paginateListGroupPolicies,
  paginateListGroups,
  paginateListGroupsForUser,
  paginateListMFADevices,
  paginateListUserPolicies,
  paginateListUsers,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam';
import { foundBy, gathered, type AwsKind, type Place } from '../place';

const iam = { service: 'iam', global: true } as const;

/** What people act as. The guardrails let nobody make any, so one that stands was there before them, or says that they failed. */
export const userKinds: readonly AwsKind[] = [
  {
    ...iam,
    type: 'user',
    list: async (place) => {
      const users = await gathered(paginateListUsers({ client: place.client(IAMClient) }, {}), ({ Users }) => Users);
      return foundBy(users, ({ UserName }) => UserName);
    },
    remove: removeUser,
  },
  {
    ...iam,
    type: 'group',
    list: async (place) => {
      const groups = await gathered(
        paginateListGroups({ client: place.client(IAMClient) }, {}),
        ({ Groups }) => Groups,
      );
      return foundBy(groups, ({ GroupName }) => GroupName);
    },
    remove: removeGroup,
  },
];

/** What a user must have lost: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html */
async function removeUser(place: Place, UserName: string): Promise<void> {
  const client = place.client(IAMClient);
  const user = { UserName };
  await client.send(new DeleteLoginProfileCommand(user)).catch(ignoreMissing);
  const keys = await gathered(paginateListAccessKeys({ client }, user), ({ AccessKeyMetadata }) => AccessKeyMetadata);
  for (const { AccessKeyId } of keys) await client.send(new DeleteAccessKeyCommand({ ...user, AccessKeyId }));
  const devices = await gathered(paginateListMFADevices({ client }, user), ({ MFADevices }) => MFADevices);
  for (const { SerialNumber } of devices) {
    await client.send(new DeactivateMFADeviceCommand({ ...user, SerialNumber }));
  }
  const groups = await gathered(paginateListGroupsForUser({ client }, user), ({ Groups }) => Groups);
  for (const { GroupName } of groups) await client.send(new RemoveUserFromGroupCommand({ ...user, GroupName }));
  const attached = paginateListAttachedUserPolicies({ client }, user);
  for (const { PolicyArn } of await gathered(attached, ({ AttachedPolicies }) => AttachedPolicies)) {
    await client.send(new DetachUserPolicyCommand({ ...user, PolicyArn }));
  }
  const own = paginateListUserPolicies({ client }, user);
  for (const PolicyName of await gathered(own, ({ PolicyNames }) => PolicyNames)) {
    await client.send(new DeleteUserPolicyCommand({ ...user, PolicyName }));
  }
  await client.send(new DeleteUserCommand(user));
}

async function removeGroup(place: Place, GroupName: string): Promise<void> {
  const client = place.client(IAMClient);
  const group = { GroupName };
  for (const { UserName } of await gathered(paginateGetGroup({ client }, group), ({ Users }) => Users)) {
    await client.send(new RemoveUserFromGroupCommand({ ...group, UserName }));
  }
  const attached = paginateListAttachedGroupPolicies({ client }, group);
  for (const { PolicyArn } of await gathered(attached, ({ AttachedPolicies }) => AttachedPolicies)) {
    await client.send(new DetachGroupPolicyCommand({ ...group, PolicyArn }));
  }
  const own = paginateListGroupPolicies({ client }, group);
  for (const PolicyName of await gathered(own, ({ PolicyNames }) => PolicyNames)) {
    await client.send(new DeleteGroupPolicyCommand({ ...group, PolicyName }));
  }
  await client.send(new DeleteGroupCommand(group));
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof NoSuchEntityException)) throw error;
}
