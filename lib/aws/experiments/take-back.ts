import { DescribeTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { AuthorizeSecurityGroupIngressCommand, CreateRouteCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DeregisterTaskDefinitionCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  paginateListTaskDefinitions,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { runOf } from './faults/bad-deployment';
import { hasFewUnits } from './faults/table-throttling';
import type { RevertCall } from './revert-call';
import type { TeamStack } from './team-stack';

/** What may be there again already, or be gone for good, when a fault is taken back. */
const needless = [
  'InvalidPermission.Duplicate',
  'InvalidGroup.NotFound',
  'RouteAlreadyExists',
  'InvalidRouteTableID.NotFound',
  'InvalidNatGatewayID.NotFound',
  'ResourceNotFoundException',
  'ServiceNotFoundException',
  'ServiceNotActiveException',
  'ClusterNotFoundException',
];

/** Makes a revert's call now, but only where what the fault did still stands: what the team repaired meanwhile stays repaired. */
export async function takeBack(stack: TeamStack, run: string, call: RevertCall): Promise<void> {
  try {
    await make(stack, run, call);
  } catch (error) {
    if (!(error instanceof Error) || !needless.includes(error.name)) throw error;
  }
}

async function make(stack: TeamStack, run: string, { action, input }: RevertCall): Promise<void> {
  switch (action) {
    case 'ec2:authorizeSecurityGroupIngress':
      await stack.client(EC2Client).send(new AuthorizeSecurityGroupIngressCommand(input));
      return;
    case 'ec2:createRoute':
      await stack.client(EC2Client).send(new CreateRouteCommand(input));
      return;
    case 'dynamodb:updateTable': {
      const client = stack.client(DynamoDBClient);
      const { Table: table = {} } = await client.send(new DescribeTableCommand({ TableName: input.TableName }));
      if (hasFewUnits(table)) await client.send(new UpdateTableCommand(input));
      return;
    }
    case 'ecs:updateService':
      return takeBackService(stack, run, input);
  }
}

async function takeBackService(
  stack: TeamStack,
  run: string,
  input: Extract<RevertCall, { action: 'ecs:updateService' }>['input'],
): Promise<void> {
  const { Cluster: cluster, Service: service, TaskDefinition: taskDefinition, DesiredCount: desiredCount } = input;
  const client = stack.client(ECSClient);
  const { services = [] } = await client.send(new DescribeServicesCommand({ cluster, services: [service] }));
  if (desiredCount !== undefined && services[0]?.desiredCount === 0)
    await client.send(new UpdateServiceCommand({ cluster, service, desiredCount }));
  if (taskDefinition === undefined) return;
  const bad = await revisionsOf(client, run, taskDefinition);
  if (bad.includes(services[0]?.taskDefinition ?? ''))
    await client.send(new UpdateServiceCommand({ cluster, service, taskDefinition }));
  for (const each of bad) await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: each }));
}

/** Active revisions that were made for the run: they are newer than the good one. */
async function revisionsOf(client: ECSClient, run: string, good: string): Promise<string[]> {
  const [, familyPrefix = good, oldest = '0'] = /task-definition\/(.+):(\d+)$/.exec(good) ?? [];
  const found: string[] = [];
  for await (const { taskDefinitionArns = [] } of paginateListTaskDefinitions({ client }, { familyPrefix })) {
    for (const each of taskDefinitionArns) {
      if (Number(each.split(':').at(-1)) <= Number(oldest)) continue;
      const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: each }));
      if (taskDefinition !== undefined && runOf(taskDefinition) === run) found.push(each);
    }
  }
  return found;
}
