import { CloudFormationClient, DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { tryFindStack } from '../../deploy/aws/stack-status';
import type { Stacks } from '../delete-stacks';
import { stackKind } from './kinds/stacks';
import type { Place } from './place';

/**
 * The stacks of a region.
 * @param executionRole ARN of a role of the account that CloudFormation may act as
 */
export function stacksIn(place: Place, executionRole: string): Stacks {
  const client = place.client(CloudFormationClient);
  return {
    region: place.region,
    names: async () => (await stackKind.list(place)).flatMap(({ id, belongs }) => (belongs === undefined ? [id] : [])),
    status: async (name) => (await tryFindStack(client, name))?.status,
    delete: async (name, force) => {
      const role = force && (await hasRole(client, name)) ? { RoleARN: executionRole } : {};
      await client.send(
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
        new DeleteStackCommand({
          StackName: name,
          ...(force && { DeletionMode: 'FORCE_DELETE_STACK' as const }),
          ...role,
        }),
      );
    },
  };
}

/**
 * Whether a stack was made with a role, by which it is deleted too: one that somebody has deleted since keeps the stack for ever, unless another
 * one is named. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 */
async function hasRole(client: CloudFormationClient, name: string): Promise<boolean> {
  const { Stacks: stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
  return stacks?.[0]?.RoleARN !== undefined;
}
