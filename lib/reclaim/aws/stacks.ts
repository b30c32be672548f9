import { CloudFormationClient, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import { tryFindStack } from '../../deploy/aws/stack-status';
import type { Stacks } from '../delete-stacks';
import { stackKind } from './kinds/stacks';
import type { Place } from './place';

/** The stacks of a region. */
export function stacksIn(place: Place): Stacks {
  const client = place.client(CloudFormationClient);
  return {
    region: place.region,
    names: async () => (await stackKind.list(place)).flatMap(({ id, belongs }) => (belongs === undefined ? [id] : [])),
    status: async (name) => (await tryFindStack(client, name))?.status,
    delete: async (name, force) => {
      await client.send(
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
        new DeleteStackCommand({ StackName: name, ...(force && { DeletionMode: 'FORCE_DELETE_STACK' as const }) }),
      );
    },
  };
}
