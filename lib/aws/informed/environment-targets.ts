import { AutoScalingClient, paginateDescribeAutoScalingGroups } from '@aws-sdk/client-auto-scaling';
import { EC2Client, paginateDescribeInstances, paginateDescribeSubnets } from '@aws-sdk/client-ec2';
import {
  DescribeServicesCommand,
  ECSClient,
  paginateListClusters,
  paginateListServices,
  paginateListTasks,
  type Service,
} from '@aws-sdk/client-ecs';
import { tierTag } from '../../architecture/values';
import type { Environment } from '../../core/informed/informed';
import type { ClientOptions } from '../client-options';
import type { FoundGroup, FoundInstance, FoundSubnet } from '../experiments/team-stack';

/** A tag as every service gives it back. */
interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Most services that ECS describes in one call. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const SERVICES_A_CALL = 10;

/**
 * What of an environment may be hit: what its owner listed, by ARN or by a tag with its value, and nothing else. Where a resource says of
 * which tier it is, only faults on that tier hit it.
 */
export class EnvironmentTargets {
  constructor(
    private readonly environment: Pick<Environment, 'account' | 'region' | 'targets'>,
    private readonly partition: string,
    private readonly client: <T>(Client: new (options: ClientOptions) => T) => T,
  ) {}

  get account(): string {
    return this.environment.account;
  }

  async instances(tier: string): Promise<readonly FoundInstance[]> {
    const found: FoundInstance[] = [];
    const running = [{ Name: 'instance-state-name', Values: ['running'] }];
    for await (const { Reservations = [] } of paginateDescribeInstances(
      { client: this.client(EC2Client) },
      { Filters: running },
    )) {
      for (const { OwnerId: owner = '', Instances = [] } of Reservations) {
        for (const { InstanceId: id = '', Tags = [] } of Instances) {
          const arn = this.arn('ec2', owner, `instance/${id}`);
          if (this.isListed(arn, Tags) && isOfTier(Tags, tier)) found.push({ id, arn, securityGroups: [] });
        }
      }
    }
    return found.sort((a, b) => a.id.localeCompare(b.id));
  }

  async subnets(): Promise<readonly FoundSubnet[]> {
    const found: FoundSubnet[] = [];
    for await (const { Subnets = [] } of paginateDescribeSubnets({ client: this.client(EC2Client) }, {})) {
      for (const {
        SubnetArn: arn = '',
        AvailabilityZone: zone = '',
        AvailabilityZoneId: zoneId = '',
        Tags = [],
      } of Subnets) {
        if (this.isListed(arn, Tags)) found.push({ arn, zone, zoneId });
      }
    }
    return found.sort((a, b) => a.zone.localeCompare(b.zone) || a.arn.localeCompare(b.arn));
  }

  async groups(): Promise<readonly FoundGroup[]> {
    const found: FoundGroup[] = [];
    const client = this.client(AutoScalingClient);
    for await (const { AutoScalingGroups = [] } of paginateDescribeAutoScalingGroups({ client }, {})) {
      for (const { AutoScalingGroupARN: arn = '', AvailabilityZones: zones = [], Tags = [] } of AutoScalingGroups) {
        if (this.isListed(arn, Tags)) found.push({ arn, zones });
      }
    }
    return found;
  }

  /** Services that were listed; their tasks come and go, so that nobody can list those. */
  async services(tier: string): Promise<readonly Service[]> {
    const client = this.client(ECSClient);
    const found: Service[] = [];
    for await (const { clusterArns = [] } of paginateListClusters({ client }, {})) {
      for (const cluster of clusterArns) {
        for await (const { serviceArns = [] } of paginateListServices(
          { client, pageSize: SERVICES_A_CALL },
          { cluster },
        )) {
          if (serviceArns.length === 0) continue;
          const { services = [] } = await client.send(
            new DescribeServicesCommand({ cluster, services: serviceArns, include: ['TAGS'] }),
          );
          for (const service of services) {
            const tags = (service.tags ?? []).map(({ key, value }): Tag => ({ Key: key, Value: value }));
            if (this.isListed(service.serviceArn ?? '', tags) && isOfTier(tags, tier)) found.push(service);
          }
        }
      }
    }
    return found;
  }

  async tasks(tier: string): Promise<readonly string[]> {
    const client = this.client(ECSClient);
    const found: string[] = [];
    for (const { clusterArn: cluster, serviceName } of await this.services(tier)) {
      const wanted = { cluster, serviceName, desiredStatus: 'RUNNING' as const };
      for await (const { taskArns = [] } of paginateListTasks({ client }, wanted)) found.push(...taskArns);
    }
    return found.sort();
  }

  /** Tiers of an environment that is not ours call each other by names that nobody here knows. */
  balancer(): Promise<string> {
    return Promise.resolve('');
  }

  private arn(service: string, owner: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.environment.region}:${owner}:${resource}`;
  }

  private isListed(arn: string, tags: readonly Tag[]): boolean {
    return this.environment.targets.some((target) =>
      'arn' in target
        ? target.arn === arn
        : tags.some(({ Key, Value }) => Key === target.tag && Value === target.value),
    );
  }
}

const isOfTier = (tags: readonly Tag[], tier: string): boolean => (tierTag(tags) ?? tier) === tier;
