import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DescribeStacksCommand, paginateListStackResources, type Stack } from '@aws-sdk/client-cloudformation';
import type { StackOutputs } from '../deployer';
import type { ListedResource } from '../missing-resources';

/** A stack as CloudFormation has it now; undefined where there is none. */
export async function tryFindStack(
  client: CloudFormationClient,
  name: string,
): Promise<{ readonly status: string; readonly outputs: StackOutputs } | undefined> {
  let stack: Stack | undefined;
  try {
    stack = (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks?.[0];
  } catch (error) {
    // CloudFormation has no code of its own for a stack that is not there.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
  if (stack === undefined || stack.StackStatus === 'DELETE_COMPLETE') return undefined;
  const outputs = (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']);
  return { status: stack.StackStatus ?? 'UNKNOWN', outputs: Object.fromEntries(outputs) as StackOutputs };
}

/** Every resource of a stack. */
export async function listResources(client: CloudFormationClient, name: string): Promise<readonly ListedResource[]> {
  const resources: ListedResource[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: name })) {
    for (const summary of page.StackResourceSummaries ?? []) {
      resources.push({
        logicalId: summary.LogicalResourceId ?? '',
        physicalId: summary.PhysicalResourceId,
        status: summary.ResourceStatus ?? '',
      });
    }
  }
  return resources;
}
