import {
  DescribeTableCommand,
  DynamoDBClient,
  paginateListTables,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import {
  EC2Client,
  paginateDescribeInstances,
  paginateDescribeNatGateways,
  paginateDescribeVolumes,
} from '@aws-sdk/client-ec2';
import {
  DescribeTasksCommand,
  ECSClient,
  paginateListClusters,
  paginateListTasks,
  type Task,
} from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client, paginateDescribeLoadBalancers } from '@aws-sdk/client-elastic-load-balancing-v2';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { Processor, Resource } from '../core/resource';
import type { Instant } from '../core/event/event';
import { consumedPerHour } from './consumed-capacity';
import { publicIpv4 } from './public-addresses';
import type { TeamAccounts } from './team-account';

/**
 * Everything that runs in a team's account now and costs money, in the one region of the event. Instances of Auto Scaling groups are
 * instances. Surplus CPU credits are left out: an account shows them only in metrics that come an hour late.
 *
 * @param signal aborted when it has taken long enough. What is listed one by one costs a team nothing to have by the thousand (clusters, tables),
 * and the scoreboard waits for every team
 */
export async function teamResources(
  accounts: TeamAccounts,
  account: string,
  now: Instant,
  signal: AbortSignal,
): Promise<Resource[]> {
  const ec2 = accounts.client(account, EC2Client);
  const found = await Promise.all([
    instances(ec2),
    volumes(ec2),
    natGateways(ec2),
    publicAddresses(ec2),
    tasks(accounts.client(account, ECSClient), signal),
    loadBalancers(accounts.client(account, ElasticLoadBalancingV2Client)),
    tables(accounts, account, now, signal),
  ]);
  return found.flat();
}

async function instances(client: EC2Client): Promise<Resource[]> {
  const found: Resource[] = [];
  // A stopped instance costs nothing but its disk. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
  const running = { Filters: [{ Name: 'instance-state-name', Values: ['running'] }] };
  for await (const { Reservations = [] } of paginateDescribeInstances({ client }, running)) {
    for (const { InstanceId: id = '', InstanceType: type = '', Placement: placement } of Reservations.flatMap(
      ({ Instances = [] }) => Instances,
    )) {
      found.push({
        kind: 'instance',
        id,
        type,
        zone: zoneNumber(placement?.AvailabilityZone),
        surplusCreditsPerHour: 0,
      });
    }
  }
  return found;
}

async function volumes(client: EC2Client): Promise<Resource[]> {
  const found: Resource[] = [];
  for await (const { Volumes = [] } of paginateDescribeVolumes({ client }, {})) {
    for (const { VolumeId: id = '', VolumeType: type = '', Size: gib = 0 } of Volumes) {
      found.push({ kind: 'volume', id, type, gib });
    }
  }
  return found;
}

async function natGateways(client: EC2Client): Promise<Resource[]> {
  const found: Resource[] = [];
  const there = { Filter: [{ Name: 'state', Values: ['available'] }] };
  for await (const { NatGateways = [] } of paginateDescribeNatGateways({ client }, there)) {
    for (const { NatGatewayId: id = '' } of NatGateways) found.push({ kind: 'nat-gateway', id });
  }
  return found;
}

/** Every public IPv4 address costs, whatever uses it, and an elastic one that nothing uses, too. https://aws.amazon.com/vpc/pricing/ */
async function publicAddresses(client: EC2Client): Promise<Resource[]> {
  return (await publicIpv4(client)).map((id) => ({ kind: 'address', id }));
}

async function tasks(client: ECSClient, signal: AbortSignal): Promise<Resource[]> {
  const found: Resource[] = [];
  for await (const { clusterArns = [] } of paginateListClusters({ client }, {})) {
    for (const cluster of clusterArns) {
      requireTime(signal);
      // A page of ListTasks holds as many as DescribeTasks takes: 100. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
      for await (const { taskArns = [] } of paginateListTasks({ client }, { cluster, launchType: 'FARGATE' })) {
        if (taskArns.length === 0) continue;
        const { tasks: described = [] } = await client.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
        for (const task of described) {
          found.push(fargateTask(task));
        }
      }
    }
  }
  return found;
}

/** A task on Fargate as what it costs by. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html */
export const fargateTask = (task: Task): Resource => ({
  kind: 'task',
  id: task.taskArn ?? '',
  processor: processorOf(task),
  vcpu: Number(task.cpu ?? 0) / 1024,
  memoryGib: Number(task.memory ?? 0) / 1024,
  zone: zoneNumber(task.availabilityZone),
});

const processorOf = ({ attributes = [] }: Task): Processor =>
  attributes.some(({ name, value }) => name === 'ecs.cpu-architecture' && value === 'arm64') ? 'arm' : 'x86';

async function loadBalancers(client: ElasticLoadBalancingV2Client): Promise<Resource[]> {
  const found: Resource[] = [];
  for await (const { LoadBalancers = [] } of paginateDescribeLoadBalancers({ client }, {})) {
    for (const { LoadBalancerArn: id = '', Type: type = '' } of LoadBalancers)
      found.push({ kind: 'load-balancer', id, type });
  }
  return found;
}

async function tables(accounts: TeamAccounts, account: string, now: Instant, signal: AbortSignal): Promise<Resource[]> {
  const client = accounts.client(account, DynamoDBClient);
  const described: TableDescription[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    for (const TableName of TableNames) {
      requireTime(signal);
      const { Table: table } = await client.send(new DescribeTableCommand({ TableName }));
      if (table !== undefined) described.push(table);
    }
  }
  const onDemand = described.filter((table) => table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST');
  const names = onDemand.map(({ TableName = '' }) => TableName);
  const consumed = await consumedPerHour(accounts.client(account, CloudWatchClient), names, now);
  return described.map((table): Resource => {
    const id = table.TableName ?? '';
    if (onDemand.includes(table)) {
      return { kind: 'table', id, mode: 'on-demand', ...(consumed.get(id) ?? { readsPerHour: 0, writesPerHour: 0 }) };
    }
    const { ReadCapacityUnits: readUnits = 0, WriteCapacityUnits: writeUnits = 0 } = table.ProvisionedThroughput ?? {};
    return { kind: 'table', id, mode: 'provisioned', readUnits, writeUnits };
  });
}

function requireTime(signal: AbortSignal): void {
  if (signal.aborted) throw new Error('the account holds more than could be listed in time');
}

/** Zones are named by letters; only their order matters, so the letter is the number. */
const zoneNumber = (zone: string | undefined): number => Math.max(0, (zone?.charCodeAt(zone.length - 1) ?? 97) - 97);
