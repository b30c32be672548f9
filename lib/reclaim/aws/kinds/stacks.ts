import {
  CloudFormationClient,
  DeleteStackCommand,
  paginateListStacks,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { belongsToUs } from '../../baseline';
import { gathered, type AwsKind } from '../place';

export const stackKind: AwsKind = {
  service: 'cloudformation',
  type: 'stack',
  list: async (place) => {
    const client = place.client(CloudFormationClient);
    const stacks = await gathered(paginateListStacks({ client }, {}), ({ StackSummaries }) => StackSummaries);
    // Deleted ones are shown for 90 days; those inside another go with it.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html
    return stacks
      .filter(({ StackStatus, ParentId }) => StackStatus !== 'DELETE_COMPLETE' && ParentId === undefined)
      .map(({ StackName: id = '' }) => ({ id, ...belongsToUs('stack', id) }));
  },
  release: async (place, id) => {
    const change = { StackName: id, EnableTerminationProtection: false };
    await place.client(CloudFormationClient).send(new UpdateTerminationProtectionCommand(change));
  },
  remove: (place, id) => place.client(CloudFormationClient).send(new DeleteStackCommand({ StackName: id })),
};
