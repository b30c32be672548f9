import { tryInstanceType } from '../../lib/architecture/instance-types';
import { reaches } from '../../lib/architecture/network';
import { readArchitecture } from '../../lib/architecture/read';
import {
  aTemplate,
  anArchitecture,
  backTier,
  halfCpu,
  theEdge,
  webGroup,
  webInstances,
  webService,
} from '../arena/tiny';

const forward = (id: string) => ({ kind: 'forward', targetGroups: [{ id, weight: 1 }] });

describe('a template is read as AWS understands it', () => {
  test('target groups that say nothing get the documented health check', () => {
    const { targetGroups } = readArchitecture({
      Resources: { Plain: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port: 8080 } } },
    });
    expect(targetGroups).toEqual([
      {
        id: 'Plain',
        port: 8080,
        plain: true,
        health: {
          path: '/',
          port: undefined,
          plain: true,
          intervalSeconds: 30,
          timeoutSeconds: 5,
          healthyThreshold: 5,
          unhealthyThreshold: 2,
          matcher: '200',
        },
        algorithm: 'round_robin',
        deregistrationDelaySeconds: 300,
        slowStartSeconds: 0,
        crossZone: true,
        routingFailover: { count: 1, percent: 0 },
        dnsFailover: { count: 1, percent: 0 },
        targets: [],
      },
    ]);
  });

  test('rules come by priority and lead to target groups', () => {
    const { balancers } = anArchitecture(webInstances(1), backTier());
    expect(balancers[0]?.listeners[0]).toMatchObject({
      port: 80,
      rules: [{ pathPatterns: ['/stock*'], methods: [], hosts: [], queries: [], action: forward('BackTargets') }],
      otherwise: forward('WebTargets'),
    });
  });

  test('an Auto Scaling group takes its instances from its launch template, whose numbers may be text', () => {
    const architecture = anArchitecture(
      webGroup({ DesiredCapacity: '3' }, { InstanceType: 't3.small', CreditSpecification: { CpuCredits: 'standard' } }),
      halfCpu,
    );
    expect(architecture.scalingGroups[0]).toMatchObject({
      tier: 'web',
      min: 2,
      max: 6,
      desired: 3,
      healthCheck: 'ELB',
      graceSeconds: 60,
      targetGroups: ['WebTargets'],
      shape: { type: 't3.small', credits: 'standard' },
      policies: [{ metric: 'cpu', target: 50, warmupSeconds: 60, scaleIn: true }],
    });
    expect(architecture.scalingGroups[0]?.places.map((place) => place.zone)).toEqual([0, 1]);
  });

  test('a service takes size and tier from its task definition, and bounds from Application Auto Scaling', () => {
    const { services } = anArchitecture(webService(), {
      Scaling: {
        Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
        Properties: {
          MinCapacity: 2,
          MaxCapacity: 5,
          ResourceId: { 'Fn::Join': ['', ['service/', { Ref: 'Cluster' }, '/', { 'Fn::GetAtt': ['Web', 'Name'] }]] },
        },
      },
    });
    expect(services[0]).toMatchObject({
      tier: 'web',
      processor: 'x86',
      vcpu: 1,
      memoryMib: 2048,
      desired: 2,
      deployment: { minPercent: 100, maxPercent: 200 },
      bounds: { min: 2, max: 5 },
    });
  });

  test('a service whose task definition asks for Graviton runs on it', () => {
    const runtime = { RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' } };
    expect(anArchitecture(webService({}, runtime)).services).toMatchObject([{ processor: 'arm' }]);
  });

  test.each([
    ['is provisioned with five units unless it says otherwise', {}, { readUnits: 5, writeUnits: 5 }],
    [
      'has the units that it asks for',
      { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: '2' } },
      { readUnits: 1, writeUnits: 2 },
    ],
    ['has no limit on demand', { BillingMode: 'PAY_PER_REQUEST' }, undefined],
  ])('a table %s', (_rule, properties, provisioned) => {
    expect(anArchitecture(theEdge(), backTier(properties)).tables).toMatchObject([
      { id: 'Orders', tier: 'orders', provisioned },
    ]);
  });

  test('a global table is read from its first replica', () => {
    const { tables } = readArchitecture({
      Resources: {
        Orders: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: {
            BillingMode: 'PROVISIONED',
            WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: { MinCapacity: 3 } },
            Replicas: [
              {
                ReadProvisionedThroughputSettings: { ReadCapacityUnits: 7 },
                Tags: [{ Key: 'gameday:tier', Value: 'orders' }],
              },
            ],
          },
        },
      },
    });
    expect(tables[0]).toMatchObject({ id: 'Orders', tier: 'orders', provisioned: { readUnits: 7, writeUnits: 3 } });
  });

  test('a parameter stands for its default', () => {
    const template = aTemplate(webGroup({ MaxSize: { Ref: 'Most' } }));
    const { scalingGroups } = readArchitecture({ ...template, Parameters: { Most: { Type: 'Number', Default: '9' } } });
    expect(scalingGroups[0]?.max).toBe(9);
  });
});

describe('what the arena does not know is said', () => {
  test('a strange resource type is listed with what is assumed', () => {
    const { notModelled } = readArchitecture({ Resources: { Odd: { Type: 'AWS::Quantum::Computer' } } });
    expect(notModelled).toEqual([
      { id: 'Odd', type: 'AWS::Quantum::Computer', assumed: expect.stringMatching(/changes nothing/) as string },
    ]);
  });

  test('a strange instance type is listed', () => {
    const { notModelled } = anArchitecture(webInstances(1, { InstanceType: 'z9.huge' }));
    expect(notModelled).toEqual([{ id: 'Web0', type: 'z9.huge', assumed: 'it works like an m7i.large' }]);
  });

  test('a scaling policy without a metric that the arena has is listed, one with it is not', () => {
    const step = { Type: 'AWS::AutoScaling::ScalingPolicy', Properties: { PolicyType: 'StepScaling' } };
    const { notModelled } = anArchitecture(webGroup({}, { Monitoring: { Enabled: true } }), halfCpu, { Steps: step });
    expect(notModelled.map((each) => each.id)).toEqual(['Steps']);
  });

  test.each([[null], ['text'], [7], [[]], [{ Ref: 'Nothing' }], [{ 'Fn::GetAtt': null }]])(
    'a property that makes no sense (%j) breaks nothing',
    (nonsense) => {
      const template = aTemplate(webGroup(), webInstances(1), backTier());
      for (const [id, resource] of Object.entries(template.Resources)) {
        for (const property of Object.keys(resource.Properties ?? {})) {
          const properties = { ...resource.Properties, [property]: nonsense };
          const spoiled = { Resources: { ...template.Resources, [id]: { ...resource, Properties: properties } } };
          expect(() => readArchitecture(spoiled)).not.toThrow();
        }
      }
    },
  );
});

describe('security groups', () => {
  const rule = (properties: Record<string, unknown>) => ({
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: { 'Fn::GetAtt': ['Inner', 'GroupId'] },
      IpProtocol: 'tcp',
      FromPort: 80,
      ToPort: 80,
      ...properties,
    },
  });
  const inner = { Inner: { Type: 'AWS::EC2::SecurityGroup', Properties: {} } };
  const open = (properties: Record<string, unknown>, port = 80) => {
    const { network, balancers } = anArchitecture(webInstances(1), inner, { Rule: rule(properties) });
    const from = { groups: balancers[0]?.securityGroups ?? [], places: balancers[0]?.places ?? [] };
    return reaches(network, from, { groups: ['Inner'], places: [] }, port);
  };

  test.each([
    ['let in whom they name', { SourceSecurityGroupId: { 'Fn::GetAtt': ['Open', 'GroupId'] } }, 80, true],
    ['let in nobody else', { SourceSecurityGroupId: { 'Fn::GetAtt': ['Inner', 'GroupId'] } }, 80, false],
    ['let in only on their ports', { SourceSecurityGroupId: { 'Fn::GetAtt': ['Open', 'GroupId'] } }, 443, false],
    ['let in a block that holds the subnets', { CidrIp: '10.0.0.0/16' }, 80, true],
    ['keep out those in another block', { CidrIp: '10.1.0.0/16' }, 80, false],
    ['let in one subnet of two: not enough', { CidrIp: '10.0.1.0/24' }, 80, false],
    ['let in all protocols', { CidrIp: '0.0.0.0/0', IpProtocol: '-1' }, 443, true],
    ['let in nobody by IPv6, which nobody speaks', { CidrIpv6: '::/0' }, 80, false],
    ['speak of TCP', { CidrIp: '0.0.0.0/0', IpProtocol: 'udp' }, 80, false],
  ])('%s', (_rule, properties, port, reachable) => {
    expect(open(properties, port)).toBe(reachable);
  });
});

test.each([
  ['t3.micro', { vcpus: 2, memoryMib: 1024, burst: { creditsPerHour: 12, baseline: 0.1, maxCredits: 288 } }],
  ['t2.small', { vcpus: 1, memoryMib: 2048, burst: { creditsPerHour: 12, baseline: 0.2, launchCredits: 30 } }],
  ['m7i.large', { vcpus: 2, memoryMib: 8192, burst: undefined, speed: 1 }],
  ['c6g.xlarge', { vcpus: 4, memoryMib: 8192 }],
  ['m6g.medium', { vcpus: 1, memoryMib: 4096 }],
])('%s is the size that AWS says', (type, expected) => {
  expect(tryInstanceType(type)).toMatchObject(expected);
});

test.each(['', 't3', 't3.giant', 'm6i.nano', 'm6i.medium', 'q1.large'])('"%s" is no instance type', (type) => {
  expect(tryInstanceType(type)).toBeUndefined();
});
