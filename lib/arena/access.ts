import type { LoadBalancer } from '../architecture/architecture';
import type { Broker } from '../architecture/data-types';
import { reaches, type Network, type Party, type Place, type SecurityGroup } from '../architecture/network';
import {
  internetReachable,
  isPublic,
  serviceReachable,
  type Caller,
  type NetworkState,
} from '../architecture/ways-out';
import { Pile } from './faults/pile';
import type { Server } from './servers/server';
import type { Ways } from './servers/ways';

const shutIngress: Pick<SecurityGroup, 'ingress'> = { ingress: [] };
const https = 443;
/** https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-basic-elements-broker.html */
const amqps = 5671;

/** Who gets through to whom now: the architecture's network, less what outages and faults have taken from it. */
export class Access {
  /** Another number whenever something may have changed. */
  version = 0;
  private readonly shutGroups = new Map<string, Pile>();
  private readonly natLosses = new Pile();
  private readonly state: NetworkState;
  private effective: Network;
  private balancer: LoadBalancer | undefined;
  private balancerPort = 80;

  constructor(
    private network: Network,
    zoneIsOut: (zone: number) => boolean,
  ) {
    this.effective = network;
    const { natLosses } = this;
    this.state = {
      zoneIsOut,
      get natIsLost() {
        return natLosses.total > 0;
      },
    };
  }

  /** @param balancer what programs call each other through, on a port */
  configure(network: Network, balancer: LoadBalancer | undefined, port: number): void {
    this.network = network;
    this.balancer = balancer;
    this.balancerPort = port;
    this.derive();
  }

  /** To be called after anything about servers, zones or the network has changed. */
  derive(): void {
    const groups = new Map(this.network.groups);
    for (const [id, group] of this.network.groups) {
      if ((this.shutGroups.get(id)?.total ?? 0) > 0) groups.set(id, { ...group, ...shutIngress });
    }
    this.effective = { ...this.network, groups };
    this.version += 1;
  }

  reaches(from: Party, to: Party, port: number): boolean {
    return reaches(this.effective, from, to, port);
  }

  /** Whether the internet gets into a subnet. */
  isPublic(place: Place): boolean {
    return isPublic(this.effective, place);
  }

  /** Whether a server gets out to the internet on this port. */
  reachesInternet(server: Server, port = https): boolean {
    return internetReachable(this.effective, this.caller(server), port, this.state);
  }

  /** Whether a server can call an AWS service (`dynamodb`, `sqs`, `s3`, `secretsmanager`). */
  reachesService(server: Server, service: string): boolean {
    return serviceReachable(this.effective, this.caller(server), service, this.state);
  }

  /** Whether a server gets through to a broker, which has a door in each of its subnets. */
  reachesBroker({ spec, place }: Server, { securityGroups, places }: Broker): boolean {
    return this.reaches({ groups: spec.securityGroups, places: [place] }, { groups: securityGroups, places }, amqps);
  }

  /**
   * Whether what a first boot needs can be fetched by HTTPS: a task's image from a public registry; an instance's packages and program
   * from S3, where the repositories of Amazon Linux are too, and its secrets from Secrets Manager.
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
   * https://docs.aws.amazon.com/linux/al2023/ug/deterministic-upgrades.html
   */
  canFetch(server: Server): boolean {
    if (server.spec.kind === 'task') return this.reachesInternet(server);
    return this.reachesService(server, 's3') && this.reachesService(server, 'secretsmanager');
  }

  /** Finds out anew what a server gets through to. */
  update(ways: Ways, server: Server): void {
    ways.version = this.version;
    ways.toTables = this.reachesService(server, 'dynamodb');
    ways.toQueues = this.reachesService(server, 'sqs');
    ways.toBalancer = this.reachesBalancer(server);
  }

  /** Takes every inbound rule from these security groups. @returns what gives them back */
  shut(groups: readonly string[]): () => void {
    const removals = groups.map((id) => {
      const pile = this.shutGroups.get(id) ?? new Pile();
      this.shutGroups.set(id, pile);
      return pile.add(1);
    });
    return () => {
      for (const remove of removals) remove();
    };
  }

  /** @returns what brings the NAT gateways back */
  loseNat(): () => void {
    return this.natLosses.add(1);
  }

  /** The name of an internet-facing load balancer stands for public addresses, also for those who ask inside the network. */
  private reachesBalancer(server: Server): boolean {
    const { balancer, balancerPort } = this;
    if (balancer === undefined) return true;
    if (balancer.internetFacing) return this.reachesInternet(server, balancerPort);
    const from = { groups: server.spec.securityGroups, places: [server.place] };
    return this.reaches(from, { groups: balancer.securityGroups, places: balancer.places }, balancerPort);
  }

  private caller({ spec, place }: Server): Caller {
    const publicAddress = (spec.publicAddress ?? place.publicAddress) || this.network.addressed.has(spec.owner);
    return { groups: spec.securityGroups, place, publicAddress };
  }
}
