import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { CloudFormationClient, GetTemplateCommand, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { EC2Client, DescribeInstancesCommand, DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { DescribeServicesCommand, ECSClient, paginateListTasks, type Service } from '@aws-sdk/client-ecs';
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ClientOptions } from '../client-options';
import type { TeamAccounts } from '../team-account';
import { templateResources, type TemplateResource } from './template-tiers';

/** The team's stack: one name in every account. */
const TEAM_STACK = 'Arena';

export interface FoundInstance {
  readonly id: string;
  readonly arn: string;
  readonly securityGroups: readonly string[];
}
export interface FoundSubnet {
  readonly arn: string;
  readonly zone: string;
  readonly zoneId: string;
}
export interface FoundGroup {
  readonly arn: string;
  readonly zones: readonly string[];
}

/**
 * What stands in a team's account now, found by its stack: what is of which tier says the template that was deployed, because tags on
 * the resources themselves are the team's to change.
 */
export class TeamStack {
  private known: Promise<readonly (TemplateResource & { readonly physicalId: string })[]> | undefined;

  constructor(
    private readonly accounts: TeamAccounts,
    readonly account: string,
  ) {}

  /** A client that acts in the account. */
  client<T>(Client: new (options: ClientOptions) => T): T {
    return this.accounts.client(this.account, Client);
  }

  /** Running instances of a tier, by id. */
  async instances(tier: string): Promise<readonly FoundInstance[]> {
    const own = await this.physicalIds('AWS::EC2::Instance', tier);
    const names = await this.physicalIds('AWS::AutoScaling::AutoScalingGroup', tier);
    const groups = names.length === 0 ? [] : await this.describeGroups(names);
    const ids = [...own, ...groups.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId: id = '' }) => id))];
    if (ids.length === 0) return [];
    const running = [
      { Name: 'instance-id', Values: ids },
      { Name: 'instance-state-name', Values: ['running'] },
    ];
    const { Reservations = [] } = await this.client(EC2Client).send(new DescribeInstancesCommand({ Filters: running }));
    return Reservations.flatMap(({ OwnerId: owner = this.account, Instances = [] }) =>
      Instances.map(({ InstanceId: id = '', Placement: placement, SecurityGroups = [], NetworkInterfaces = [] }) => ({
        id,
        arn: `arn:${partitionOf(placement?.AvailabilityZone)}:ec2:${regionOf(placement?.AvailabilityZone)}:${owner}:instance/${id}`,
        securityGroups: [...SecurityGroups, ...NetworkInterfaces.flatMap(({ Groups = [] }) => Groups)].map(
          ({ GroupId = '' }) => GroupId,
        ),
      })),
    ).sort((a, b) => a.id.localeCompare(b.id));
  }

  /** Services of a tier as ECS describes them. */
  async services(tier: string): Promise<readonly Service[]> {
    const found: Service[] = [];
    for (const arn of await this.physicalIds('AWS::ECS::Service', tier)) {
      // `arn:aws:ecs:region:account:service/cluster/name`: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
      const cluster = arn.split('/').at(-2) ?? 'default';
      const { services = [] } = await this.client(ECSClient).send(
        new DescribeServicesCommand({ cluster, services: [arn], include: ['TAGS'] }),
      );
      found.push(...services.filter(({ status }) => status === 'ACTIVE'));
    }
    return found;
  }

  /** ARNs of the running tasks of a tier. */
  async tasks(tier: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { clusterArn: cluster, serviceName } of await this.services(tier)) {
      for await (const { taskArns = [] } of paginateListTasks(
        { client: this.client(ECSClient) },
        { cluster, serviceName, desiredStatus: 'RUNNING' },
      )) {
        found.push(...taskArns);
      }
    }
    return found.sort();
  }

  /** Subnets of the stack, or those that belong to a role alone, by the names of their zones, as templates count zones. */
  async subnets(role?: string): Promise<readonly FoundSubnet[]> {
    const SubnetIds = await this.physicalIds('AWS::EC2::Subnet', role);
    if (SubnetIds.length === 0) return [];
    const { Subnets = [] } = await this.client(EC2Client).send(new DescribeSubnetsCommand({ SubnetIds }));
    return Subnets.map(({ SubnetArn: arn = '', AvailabilityZone: zone = '', AvailabilityZoneId: zoneId = '' }) => ({
      arn,
      zone,
      zoneId,
    })).sort((a, b) => a.zone.localeCompare(b.zone) || a.arn.localeCompare(b.arn));
  }

  async groups(): Promise<readonly FoundGroup[]> {
    const names = await this.physicalIds('AWS::AutoScaling::AutoScalingGroup');
    if (names.length === 0) return [];
    const groups = await this.describeGroups(names);
    return groups.map(({ AutoScalingGroupARN: arn = '', AvailabilityZones: zones = [] }) => ({ arn, zones }));
  }

  /** Names of the tables with a role. */
  tables(role: string): Promise<readonly string[]> {
    return this.physicalIds('AWS::DynamoDB::Table', role);
  }

  /** Ids of the security groups that the stack makes for a tier. */
  securityGroups(tier: string): Promise<readonly string[]> {
    return this.physicalIds('AWS::EC2::SecurityGroup', tier);
  }

  /** Ids of the route tables of the stack. */
  routeTables(): Promise<readonly string[]> {
    return this.physicalIds('AWS::EC2::RouteTable');
  }

  /** Host name of the load balancer, by which tiers call each other; empty when there is none. */
  async balancer(): Promise<string> {
    const LoadBalancerArns = await this.physicalIds('AWS::ElasticLoadBalancingV2::LoadBalancer');
    if (LoadBalancerArns.length === 0) return '';
    const { LoadBalancers = [] } = await this.client(ElasticLoadBalancingV2Client).send(
      new DescribeLoadBalancersCommand({ LoadBalancerArns }),
    );
    return LoadBalancers[0]?.DNSName ?? '';
  }

  private async describeGroups(AutoScalingGroupNames: string[]) {
    const { AutoScalingGroups = [] } = await this.client(AutoScalingClient).send(
      new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames }),
    );
    return AutoScalingGroups;
  }

  private async physicalIds(type: string, tier?: string): Promise<string[]> {
    this.known ??= this.read();
    const resources = (await this.known).filter((resource) => resource.type === type);
    return resources
      .filter((resource) => tier === undefined || resource.tier === tier)
      .map(({ physicalId }) => physicalId);
  }

  private async read() {
    const client = this.client(CloudFormationClient);
    const { TemplateBody: body = '{}' } = await client.send(
      new GetTemplateCommand({ StackName: TEAM_STACK, TemplateStage: 'Processed' }),
    );
    const ids = new Map<string | undefined, string | undefined>();
    for await (const { StackResourceSummaries = [] } of paginateListStackResources(
      { client },
      { StackName: TEAM_STACK },
    )) {
      for (const { LogicalResourceId, PhysicalResourceId } of StackResourceSummaries)
        ids.set(LogicalResourceId, PhysicalResourceId);
    }
    return templateResources(JSON.parse(body)).flatMap((resource) => {
      const physicalId = ids.get(resource.logicalId);
      return physicalId === undefined ? [] : [{ ...resource, physicalId }];
    });
  }
}

/** A zone's name is that of its region and a letter. */
const regionOf = (zone = ''): string => zone.slice(0, -1);
const partitionOf = (zone = ''): string =>
  zone.startsWith('cn-') ? 'aws-cn' : zone.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
