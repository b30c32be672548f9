import { FakeCloudWatch } from './fake-cloudwatch';
import { jsonError, ok, xmlError, type Answer, type Call } from './fake-aws';

/** What a team's account holds, each as the service lists it. */
export interface FakeAccount {
  readonly instanceTypes: readonly string[];
  readonly metrics: FakeCloudWatch;
}

/** Teams' accounts, one small instance and one load balancer each, and the roles that lead into them. */
export class FakeAccounts {
  private readonly accounts = new Map<string, FakeAccount>();
  /** Of every account's task, as ECS tells it. */
  taskArchitecture: 'x86_64' | 'arm64' = 'x86_64';
  /** Accounts whose observer role may not be assumed. */
  readonly denied = new Set<string>();

  constructor(private readonly now: () => number) {}

  /** The account that a call was signed for; undefined for the organizer's own. */
  tryOf(call: Call): FakeAccount | undefined {
    const account = /^ASIA(\d{12})$/.exec(call.accessKey)?.[1];
    return account === undefined ? undefined : this.get(account);
  }

  get(account: string): FakeAccount {
    const known = this.accounts.get(account) ?? { instanceTypes: ['t3.micro'], metrics: new FakeCloudWatch(this.now) };
    this.accounts.set(account, known);
    return known;
  }

  set(account: string, instanceTypes: readonly string[]): void {
    this.accounts.set(account, { instanceTypes, metrics: new FakeCloudWatch(this.now) });
  }

  readonly sts = ({ body }: Call): Answer => {
    const input = new URLSearchParams(body);
    const account = /^arn:aws:iam::(\d{12}):role\/gameday\/observer$/.exec(input.get('RoleArn') ?? '')?.[1];
    if (account === undefined) throw new Error(`unexpected role: ${input.get('RoleArn')}`);
    if (this.denied.has(account)) return xmlError('AccessDenied');
    const expiration = new Date(this.now() + 3_600_000).toISOString();
    return ok(
      `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA${account}</AccessKeyId>` +
        `<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>` +
        '</Credentials></AssumeRoleResult></AssumeRoleResponse>',
    );
  };

  readonly ec2 = (call: Call): Answer => {
    const types = call.action === 'DescribeInstances' ? (this.tryOf(call)?.instanceTypes ?? []) : [];
    const items = types.map(
      (type, index) =>
        `<item><instancesSet><item><instanceId>i-${index}</instanceId><instanceType>${type}</instanceType>` +
        '<placement><availabilityZone>eu-west-1b</availabilityZone></placement></item></instancesSet></item>',
    );
    const sets: Readonly<Record<string, string>> = {
      DescribeInstances: `<reservationSet>${items.join('')}</reservationSet>`,
      DescribeVolumes:
        '<volumeSet><item><volumeId>vol-1</volumeId><volumeType>gp3</volumeType><size>8</size></item></volumeSet>',
      DescribeNatGateways: '<natGatewaySet/>',
      DescribeNetworkInterfaces:
        '<networkInterfaceSet><item><association><publicIp>198.51.100.7</publicIp></association></item></networkInterfaceSet>',
      DescribeAddresses:
        '<addressesSet><item><publicIp>198.51.100.7</publicIp></item><item><publicIp>198.51.100.8</publicIp></item></addressesSet>',
    };
    const set = sets[call.action];
    if (set === undefined) throw new Error(`unexpected call: EC2 ${call.action}`);
    return ok(`<${call.action}Response>${set}</${call.action}Response>`);
  };

  readonly ecs = ({ action }: Call): Answer => {
    if (action === 'ListClusters') return ok({ clusterArns: ['arn:cluster'] });
    if (action === 'ListTasks') return ok({ taskArns: ['arn:task'] });
    if (action !== 'DescribeTasks') throw new Error(`unexpected call: ECS ${action}`);
    const size = { cpu: '256', memory: '512', availabilityZone: 'eu-west-1a' };
    const attributes = [{ name: 'ecs.cpu-architecture', value: this.taskArchitecture }];
    return ok({ tasks: [{ taskArn: 'arn:task', ...size, attributes }] });
  };

  readonly balancers = ({ action }: Call): Answer => {
    if (action !== 'DescribeLoadBalancers') throw new Error(`unexpected call: ELB ${action}`);
    const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/front/1';
    const member = `<member><LoadBalancerArn>${arn}</LoadBalancerArn><Type>application</Type></member>`;
    return ok(
      `<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancers>${member}</LoadBalancers></DescribeLoadBalancersResult></DescribeLoadBalancersResponse>`,
    );
  };

  readonly tables = ({ action }: Call): Answer => {
    if (action === 'ListTables') return ok({ TableNames: ['bookings'] });
    if (action !== 'DescribeTable') return jsonError('AccessDeniedException');
    return ok({
      Table: { TableName: 'bookings', ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } },
    });
  };
}
