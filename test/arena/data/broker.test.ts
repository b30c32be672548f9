import { readArchitecture } from '../../../lib/architecture/read';
import { World } from '../../../lib/arena/world';
import type { ConsumerModel, Handling, ProducerModel } from '../../../lib/arena/application';
import type { TemplateResource } from '../../../lib/core/scenario';
import { afterAttempt } from '../../../lib/arena/data/handling';
import { aTemplate, anArchitecture, webInstances } from '../tiny';
import { aMailOrder, packers, plainHandling } from './mail-order';

type Properties = Record<string, unknown>;

/** A broker in the first zone, whose door is open to everybody in the network. */
const aBroker = (properties: Properties = {}): Record<string, TemplateResource> => ({
  Doors: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { SecurityGroupIngress: [{ CidrIp: '10.0.0.0/8', IpProtocol: 'tcp', FromPort: 5671, ToPort: 5671 }] },
  },
  Broker: {
    Type: 'AWS::AmazonMQ::Broker',
    Properties: {
      BrokerName: 'parcels',
      EngineType: 'RABBITMQ',
      HostInstanceType: 'mq.m5.large',
      DeploymentMode: 'CLUSTER_MULTI_AZ',
      SubnetIds: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }],
      SecurityGroups: [{ 'Fn::GetAtt': ['Doors', 'GroupId'] }],
      Tags: [{ Key: 'gameday:tier', Value: 'parcels' }],
      ...properties,
    },
  },
});

const shut = { Shut: { Type: 'AWS::EC2::SecurityGroup', Properties: {} } };
const alone = { DeploymentMode: 'SINGLE_INSTANCE', SubnetIds: [{ Ref: 'SubnetB' }] };

interface Shop {
  readonly handling?: Partial<Handling>;
  readonly cpuMs?: number;
  readonly memoryPerRequestKib?: number;
  readonly publishes?: Partial<ProducerModel>;
  readonly parts?: Parameters<typeof anArchitecture>;
  readonly packing?: Parameters<typeof anArchitecture>;
}

/** Five parcels a second come by themselves; every one brings one of 600 entries up to date, of which a status shows twelve. */
function aWorld({
  handling = {},
  cpuMs = 20,
  memoryPerRequestKib = 64,
  publishes = {},
  parts = [aBroker()],
  packing = [packers(2)],
}: Shop = {}): World {
  const consumes: Partial<ConsumerModel> = { cpuMs, handling: () => ({ ...plainHandling, atOnce: 5, ...handling }) };
  const plain = aMailOrder({ consumes, journey: ['status'] });
  const application = {
    ...plain,
    tiers: plain.tiers.map((tier) =>
      tier.id === 'web'
        ? { ...tier, publishes: { queue: 'parcels', perSecond: 5, keeps: () => true, ...publishes } }
        : { ...tier, memoryPerRequestKib },
    ),
    routes: plain.routes.map((route) =>
      route.id === 'status'
        ? {
            ...route,
            awaits: {
              queue: 'parcels',
              staleAfterSeconds: 30,
              shows: { entries: 12, of: 600, renewedSeconds: 120 },
            },
          }
        : route,
    ),
  };
  const world = new World({
    application,
    architecture: anArchitecture(webInstances(1), ...parts, ...packing),
    seed: 5,
  });
  world.plan(() => 5);
  return world;
}

const parcels = (world: World) => world.queues().find(({ id }) => id === 'Broker' || id === 'Parcels');
const wrongShare = (world: World, round: number) => world.counts(round).faulty / world.counts(round).expected;

describe('a broker of Amazon MQ', () => {
  test('is a queue of the application when it is RabbitMQ, and costs money with all its nodes', () => {
    const { queues } = readArchitecture(aTemplate(webInstances(1), aBroker()));
    expect(queues).toMatchObject([{ id: 'Broker', tier: 'parcels', broker: { nodes: 3, type: 'mq.m5.large' } }]);
    expect(anArchitecture(aBroker({ EngineType: 'ACTIVEMQ' })).queues).toEqual([]);
    expect(aWorld().resources()).toContainEqual({ kind: 'broker', id: 'Broker', type: 'mq.m5.large', nodes: 3 });
  });

  test('lets those in whom its security group lets in', () => {
    const world = aWorld({ parts: [aBroker({ SecurityGroups: [{ 'Fn::GetAtt': ['Shut', 'GroupId'] }] }), shut] });
    world.advance(240);
    expect(parcels(world)?.backlog).toBe(0);
    expect(wrongShare(world, 3)).toBeGreaterThan(0.9);
  });

  test('gives what a server had in hand to another as soon as that server is gone', () => {
    const world = aWorld({ cpuMs: 1, handling: { attempts: 100, retrySeconds: 5 }, publishes: { perSecond: 0.001 } });
    world.inflict({ kind: 'poison-messages', queue: 'parcels', messages: 8 }, 600);
    world.advance(3);
    expect(parcels(world)?.backlog).toBe(0);
    world.inflict({ kind: 'task-stop', tier: 'packer' }, 60);
    world.advance(4);
    // Four were in the hands of each, and one may have five.
    expect(parcels(world)?.backlog).toBe(3);
  });

  test.each([
    ['in one zone is gone with it', alone, true],
    ['as a cluster outlives one', {}, false],
  ])('%s', (_rule, properties, isGone) => {
    const world = aWorld({ parts: [aBroker(properties)] });
    world.advance(60);
    world.inflict({ kind: 'zone-outage', zone: 1 }, 120);
    world.advance(180);
    expect(wrongShare(world, 2) > 0.3).toBe(isGone);
    if (!isGone) expect(wrongShare(world, 2)).toBe(0);
  });
});

describe('a broker that is cut off', () => {
  const cutOff = (world: World) => {
    world.advance(60);
    world.inflict({ kind: 'queue-unreachable', queue: 'parcels' }, 90);
    world.advance(600);
  };

  test('makes answers wrong by and by, and loses nothing of a sender that keeps what it could not send', () => {
    const world = aWorld();
    cutOff(world);
    expect(wrongShare(world, 0)).toBe(0);
    // A minute beyond the thirty seconds that nobody minds: 300 of 600 entries, of which a page shows twelve.
    expect(wrongShare(world, 2)).toBeGreaterThan(0.3);
    expect(wrongShare(world, 4)).toBe(0);
  });

  test('takes the messages for ever of one that does not, until every entry has been renewed', () => {
    const world = aWorld({ publishes: { keeps: () => false } });
    cutOff(world);
    expect(wrongShare(world, 3)).toBeGreaterThan(0.5);
    expect(wrongShare(world, 5)).toBe(0);
  });
});

test('a queue of SQS cannot be cut off', () => {
  const sqs = {
    Parcels: { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: 'gameday:tier', Value: 'parcels' }] } },
  };
  expect(aWorld({ parts: [sqs] }).targetsOf({ kind: 'queue-unreachable', queue: 'parcels' })).toEqual([]);
});

describe('messages that nobody can work off', () => {
  const poisoned = (handling: Partial<Handling>) => {
    const world = aWorld({ handling });
    world.advance(60);
    world.inflict({ kind: 'poison-messages', queue: 'parcels', messages: 20 }, 300);
    world.advance(900);
    return world;
  };

  test('hold up only a little who gives them up', () => {
    const world = poisoned({ attempts: 3, retrySeconds: 1, gaveUp: 'aside' });
    for (const round of [1, 2, 3, 4, 5]) expect(wrongShare(world, round)).toBe(0);
  });

  test('stop for as long as they are there who never does, when they are more than all have in hand', () => {
    const world = poisoned({ attempts: 3, retrySeconds: 1, gaveUp: 'left' });
    expect(wrongShare(world, 4)).toBeGreaterThan(0.9);
    expect(wrongShare(world, 12)).toBe(0);
  });
});

test('a message that fails is tried again, and when that does not help put aside or left', () => {
  const tried = { attempts: 1, worked: false, reachable: true };
  expect(afterAttempt({ atOnce: 1, attempts: 1, retrySeconds: 0, gaveUp: 'aside' }, tried)).toBe('aside');
  expect(afterAttempt({ atOnce: 1, attempts: 2, retrySeconds: 0, gaveUp: 'aside' }, tried)).toBe('again');
  expect(afterAttempt({ atOnce: 1, attempts: 1, retrySeconds: 0, gaveUp: 'left' }, tried)).toBe('left');
});

test('what is done while nobody can be told is given again', () => {
  expect(afterAttempt(plainHandling, { attempts: 1, worked: true, reachable: false })).toBe('left');
});

test.each([
  [Infinity, true],
  [10, false],
])(
  'a server with %s messages in hand at most is killed for want of memory when much has gathered: %s',
  (atOnce, isKilled) => {
    const world = aWorld({ handling: { atOnce }, memoryPerRequestKib: 2048 });
    world.advance(30);
    world.inflict({ kind: 'consumer-stop', tier: 'packer' }, 600);
    world.advance(640);
    expect(world.transitions().some(({ text }) => text.includes('out of memory'))).toBe(isKilled);
  },
);

describe('an alarm on a queue', () => {
  const scaled = (metric: Properties, parts = [aBroker()]) => ({
    parts,
    packing: [
      packers(1),
      {
        Target: {
          Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
          Properties: { MinCapacity: 1, MaxCapacity: 6, ResourceId: { 'Fn::Sub': 'service/c/${Packer}' } },
        },
        Policy: {
          Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
          Properties: {
            ScalingTargetId: { Ref: 'Target' },
            StepScalingPolicyConfiguration: {
              AdjustmentType: 'ChangeInCapacity',
              Cooldown: 60,
              StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }],
            },
          },
        },
        Alarm: {
          Type: 'AWS::CloudWatch::Alarm',
          Properties: {
            ComparisonOperator: 'GreaterThanOrEqualToThreshold',
            EvaluationPeriods: 1,
            Period: 60,
            Statistic: 'Average',
            AlarmActions: [{ Ref: 'Policy' }],
            ...metric,
          },
        },
      },
    ] as Parameters<typeof anArchitecture>,
  });
  const onBroker = (name: string) => ({
    Namespace: 'AWS/AmazonMQ',
    MetricName: 'MessageCount',
    Dimensions: [
      { Name: 'Broker', Value: name },
      { Name: 'VirtualHost', Value: '/' },
    ],
    Threshold: 50,
  });
  const tasksAfterJam = (shop: Shop) => {
    // One task does not keep up.
    const world = aWorld({ ...shop, cpuMs: 250 });
    world.advance(420);
    return world.resources().filter(({ kind }) => kind === 'task').length;
  };

  test('adds servers that work it off: messages of a broker, by its name', () => {
    expect(tasksAfterJam(scaled(onBroker('parcels')))).toBeGreaterThan(2);
    expect(tasksAfterJam(scaled(onBroker('letters')))).toBe(1);
  });

  test('or the age of the oldest in SQS', () => {
    const sqs = {
      Parcels: { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: 'gameday:tier', Value: 'parcels' }] } },
    };
    const age = {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Parcels', 'QueueName'] } }],
      Threshold: 20,
    };
    expect(tasksAfterJam(scaled(age, [sqs]))).toBeGreaterThan(2);
  });
});
