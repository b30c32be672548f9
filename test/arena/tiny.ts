import { readArchitecture } from '../../lib/architecture/read';
import type { Architecture } from '../../lib/architecture/architecture';
import type { Application, RouteModel, TierModel } from '../../lib/arena/application';
import type { Outcome, World } from '../../lib/arena/world';
import type { Template, TemplateResource } from '../../lib/core/scenario';

type Resources = Record<string, TemplateResource>;
type Properties = Record<string, unknown>;

const aTier = (id: string, changes: Partial<TierModel> = {}): TierModel => ({
  id,
  baseMemoryMib: 100,
  memoryPerRequestKib: 64,
  leakPerRequestKib: 0,
  startSeconds: 5,
  maxInFlight: 1000,
  shallowPaths: ['/ok'],
  ...changes,
});
const aRoute = (id: string, changes: Partial<RouteModel> = {}): RouteModel => ({
  id,
  method: 'GET',
  pattern: new RegExp(`^/${id}$`),
  path: `/${id}`,
  tier: 'web',
  cpuMs: 20,
  calls: [],
  ...changes,
});

/** A shop in small: `page` is served by `web` alone, `buy` asks `stock` (tier `back`), which uses a table. */
export function anApplication({
  tier = {},
  journey = ['page'],
  cpuMs = 20,
}: { tier?: Partial<TierModel>; journey?: string[]; cpuMs?: number } = {}): Application {
  return {
    tiers: [aTier('web', tier), aTier('back')],
    routes: [
      aRoute('page', { cpuMs }),
      aRoute('buy', { calls: [{ kind: 'route', route: 'stock' }] }),
      aRoute('stock', {
        tier: 'back',
        calls: [{ kind: 'table', table: 'orders', readUnits: 0, writeUnits: 1, latencyMs: 5 }],
      }),
    ],
    journey,
    open: () => ({
      answer: ({ path }) => {
        const known = ['/page', '/buy', '/stock', '/health', '/ok'].includes(path);
        return { status: known ? 200 : 404, headers: { 'content-type': 'text/plain' }, body: `this is ${path}` };
      },
    }),
  };
}

const resource = (type: string, properties: Properties): TemplateResource => ({
  Type: `AWS::${type}`,
  Properties: properties,
});
const tierTag = (tier: string) => ({ Key: 'gameday:tier', Value: tier });

/** Two zones, and a load balancer in both that sends everything to `WebTargets`. */
export function theEdge(group: Properties = {}): Resources {
  const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
  return {
    SubnetA: resource('EC2::Subnet', {
      AvailabilityZone: zone(0),
      CidrBlock: '10.0.0.0/24',
      MapPublicIpOnLaunch: true,
    }),
    SubnetB: resource('EC2::Subnet', {
      AvailabilityZone: zone(1),
      CidrBlock: '10.0.1.0/24',
      MapPublicIpOnLaunch: true,
    }),
    Open: resource('EC2::SecurityGroup', {
      SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 80, ToPort: 80 }],
    }),
    Balancer: resource('ElasticLoadBalancingV2::LoadBalancer', {
      Subnets: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }],
      SecurityGroups: [{ 'Fn::GetAtt': ['Open', 'GroupId'] }],
    }),
    Listener: resource('ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: { Ref: 'Balancer' },
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'WebTargets' } }],
    }),
    WebTargets: resource('ElasticLoadBalancingV2::TargetGroup', {
      Port: 80,
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 3,
      TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '20' }],
      ...group,
    }),
  };
}

const shape = { InstanceType: 'm6i.large', SecurityGroupIds: [{ 'Fn::GetAtt': ['Open', 'GroupId'] }] };

/** Instances `Web0`, `Web1`, … by turns in both zones, registered in `WebTargets`. */
export function webInstances(count: number, changes: Properties = {}, group: Properties = {}): Resources {
  const ids = Array.from({ length: count }, (_, index) => `Web${index}`);
  return {
    ...theEdge({ ...group, Targets: ids.map((id) => ({ Id: { Ref: id } })) }),
    ...Object.fromEntries(
      ids.map((id, index) => {
        const SubnetId = { Ref: index % 2 === 0 ? 'SubnetA' : 'SubnetB' };
        return [id, resource('EC2::Instance', { ...shape, SubnetId, Tags: [tierTag('web')], ...changes })];
      }),
    ),
  };
}

/** An Auto Scaling group `Web` of two to six instances over both zones. */
export function webGroup(changes: Properties = {}, launch: Properties = {}, group: Properties = {}): Resources {
  return {
    ...theEdge(group),
    Template: resource('EC2::LaunchTemplate', { LaunchTemplateData: { ...shape, ...launch } }),
    Web: resource('AutoScaling::AutoScalingGroup', {
      MinSize: '2',
      MaxSize: '6',
      HealthCheckType: 'ELB',
      HealthCheckGracePeriod: 60,
      LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' },
      VPCZoneIdentifier: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }],
      TargetGroupARNs: [{ Ref: 'WebTargets' }],
      Tags: [{ ...tierTag('web'), PropagateAtLaunch: true }],
      ...changes,
    }),
  };
}

/** Target tracking on half of the group's CPU. */
export const halfCpu: Resources = {
  Tracking: resource('AutoScaling::ScalingPolicy', {
    AutoScalingGroupName: { Ref: 'Web' },
    EstimatedInstanceWarmup: 60,
    TargetTrackingConfiguration: {
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
      TargetValue: 50,
    },
  }),
};

/** An ECS service `Web` of two tasks over both zones. */
export function webService(changes: Properties = {}, task: Properties = {}): Resources {
  return {
    ...theEdge(),
    Task: resource('ECS::TaskDefinition', { Cpu: '1024', Memory: '2048', Tags: [tierTag('web')], ...task }),
    Web: resource('ECS::Service', {
      TaskDefinition: { Ref: 'Task' },
      DesiredCount: 2,
      LoadBalancers: [{ TargetGroupArn: { Ref: 'WebTargets' }, ContainerName: 'web', ContainerPort: 80 }],
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }],
          SecurityGroups: [{ 'Fn::GetAtt': ['Open', 'GroupId'] }],
        },
      },
      ...changes,
    }),
  };
}

/** Tier `back` on one instance behind a rule of its own, with the table `orders`. */
export function backTier(table: Properties = { BillingMode: 'PAY_PER_REQUEST' }): Resources {
  return {
    Rule: resource('ElasticLoadBalancingV2::ListenerRule', {
      ListenerArn: { Ref: 'Listener' },
      Priority: 10,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/stock*'] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: { Ref: 'BackTargets' } }],
    }),
    BackTargets: resource('ElasticLoadBalancingV2::TargetGroup', {
      Port: 80,
      HealthCheckPath: '/ok',
      Targets: [{ Id: { Ref: 'Back' } }],
    }),
    Back: resource('EC2::Instance', { ...shape, SubnetId: { Ref: 'SubnetA' }, Tags: [tierTag('back')] }),
    Orders: resource('DynamoDB::Table', { Tags: [tierTag('orders')], ...table }),
  };
}

export const aTemplate = (...parts: Resources[]): Template => ({
  Resources: Object.assign({}, ...parts) as Resources,
});
export const anArchitecture = (...parts: Resources[]): Architecture => readArchitecture(aTemplate(...parts));

/** Sends one request now and plays the world until its outcome is known. */
export function ask(world: World, path = '/page', method = 'GET'): Outcome {
  let outcome: Outcome | undefined;
  world.request({ method, path }, world.now, (known) => (outcome = known));
  for (let seconds = 0; outcome === undefined && seconds < 120; seconds++) world.advance(world.now + 1);
  if (outcome === undefined) throw new Error('nothing came of the request');
  return outcome;
}

/** Status of an answer, or how it was lost. */
export const fate = (outcome: Outcome): number | string => ('lost' in outcome ? outcome.lost : outcome.status);

/** Ids of instances and tasks that run. */
export const serverIds = (world: World): string[] =>
  world.resources().flatMap((each) => (each.kind === 'instance' || each.kind === 'task' ? [each.id] : []));

export const states = (world: World): string[] => world.targets().map((target) => target.state);
