import { World } from '../../lib/arena/world';
import { anApplication, anArchitecture, ask, fate, halfCpu, serverIds, states, webGroup, webService } from './tiny';

type Parts = Parameters<typeof anArchitecture>;
const aWorld = (parts: Parts, application = anApplication()) =>
  new World({ application, architecture: anArchitecture(...parts), seed: 1 });
const texts = (world: World) => world.transitions().map((each) => each.text);
/** One request fills the memory of whoever gets it. */
const fragile = anApplication({ tier: { leakPerRequestKib: 16 * 1024 * 1024 } });
const zones = (world: World) =>
  world.resources().flatMap((each) => (each.kind === 'instance' || each.kind === 'task' ? [each.zone] : []));

describe('an Auto Scaling group', () => {
  test('starts with its minimum, over its zones', () => {
    expect(zones(aWorld([webGroup()])).sort()).toEqual([0, 1]);
  });

  test('replaces an instance that fails the load balancer’s health checks when it heeds them', () => {
    const world = aWorld([webGroup()], fragile);
    ask(world);
    world.advance(240);
    expect(serverIds(world)).toHaveLength(2);
    expect(serverIds(world)).toContain('Web-3');
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('leaves it alone when it only looks at the instance', () => {
    const world = aWorld([webGroup({ HealthCheckType: 'EC2' })], fragile);
    ask(world);
    world.advance(600);
    expect(serverIds(world).sort()).toEqual(['Web-1', 'Web-2']);
    expect(states(world).sort()).toEqual(['healthy', 'unhealthy']);
  });

  test('does not judge a new instance before its grace is over', () => {
    // The program takes 200 s to start; the health check fails until then.
    const slowStart = anApplication({ tier: { startSeconds: 200 } });
    const launched = (grace: number) => {
      const world = aWorld([webGroup({ HealthCheckGracePeriod: grace })], slowStart);
      world.inflict({ kind: 'instance-terminate', tier: 'web' }, 60);
      world.advance(1200);
      return texts(world).filter((text) => text.startsWith('launched')).length;
    };
    expect(launched(300)).toBe(1);
    expect(launched(30)).toBeGreaterThan(5);
  });

  test('replaces an instance that was stopped or terminated', () => {
    for (const kind of ['instance-stop', 'instance-terminate'] as const) {
      const world = aWorld([webGroup()]);
      world.inflict({ kind, tier: 'web' }, 3600);
      world.advance(120);
      expect(states(world)).toEqual(['healthy', 'healthy']);
      expect(serverIds(world)).toContain('Web-3');
    }
  });

  test('scales out after three minutes above its target, and no further than its maximum', () => {
    const world = aWorld([webGroup({ MaxSize: 3 }), halfCpu]);
    // Work for nearly three vCPUs of four, then of six.
    world.plan(() => 130);
    world.advance(179);
    expect(serverIds(world)).toHaveLength(2);
    world.advance(200);
    expect(serverIds(world)).toHaveLength(3);
    world.advance(1800);
    expect(serverIds(world)).toHaveLength(3);
  });

  test('scales in only after fifteen quiet minutes', () => {
    const world = aWorld([webGroup({ DesiredCapacity: 4 }), halfCpu]);
    world.plan(() => 5);
    world.advance(14.9 * 60);
    expect(serverIds(world)).toHaveLength(4);
    world.advance(17 * 60);
    expect(serverIds(world)).toHaveLength(2);
  });

  test('does not scale in while an instance warms up', () => {
    const slow = { Tracking: { ...halfCpu.Tracking, Type: 'AWS::AutoScaling::ScalingPolicy' } };
    slow.Tracking.Properties = { ...slow.Tracking.Properties, EstimatedInstanceWarmup: 2400 };
    const world = aWorld([webGroup(), slow]);
    world.plan(() => 5);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 4 }), slow));
    world.advance(30 * 60);
    expect(serverIds(world)).toHaveLength(4);
    world.advance(45 * 60);
    expect(serverIds(world)).toHaveLength(2);
  });

  test('that only looks at the instance notices a zone without power after two minutes', () => {
    const world = aWorld([webGroup({ HealthCheckType: 'EC2' })]);
    world.inflict({ kind: 'zone-outage', zone: 0 }, 3600);
    world.advance(115);
    expect(serverIds(world)).toEqual(['Web-1', 'Web-2']);
    world.advance(135);
    expect(serverIds(world)).toEqual(['Web-2', 'Web-3']);
  });

  test('a group without a policy stays as it is', () => {
    const world = aWorld([webGroup()]);
    world.plan(() => 130);
    world.advance(1200);
    expect(serverIds(world)).toHaveLength(2);
  });

  test('takes a new launch template without failing a single request', () => {
    const world = aWorld([webGroup()]);
    world.plan(() => 20);
    world.advance(60);
    world.update(anArchitecture(webGroup({}, { InstanceType: 'c6i.large' })));
    world.advance(900);
    world.plan(() => 0);
    world.advance(960);
    const counts = Array.from({ length: 16 }, (_, round) => world.counts(round));
    expect(counts.reduce((sum, round) => sum + round.failed, 0)).toBe(0);
    const types = world.resources().flatMap((each) => (each.kind === 'instance' ? [each.type] : []));
    expect(types).toEqual(['c6i.large', 'c6i.large']);
  });

  test('spreads over a zone that it gets, and over one that comes back', () => {
    const one = webGroup({ VPCZoneIdentifier: [{ Ref: 'SubnetA' }] });
    const world = aWorld([one]);
    expect(zones(world)).toEqual([0, 0]);
    world.update(anArchitecture(webGroup()));
    world.advance(300);
    expect(zones(world).sort()).toEqual([0, 1]);
    world.inflict({ kind: 'zone-outage', zone: 1 }, 600);
    world.advance(890);
    expect(zones(world)).toEqual([0, 0]);
    world.advance(1500);
    expect(zones(world).sort()).toEqual([0, 1]);
  });

  test('follows a desired number that changes, and keeps within new bounds', () => {
    const world = aWorld([webGroup()]);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 5 })));
    world.advance(120);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy', 'healthy', 'healthy']);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 5, MaxSize: 3 })));
    world.advance(240);
    expect(serverIds(world)).toHaveLength(3);
  });
});

describe('a service', () => {
  test('replaces a task that was killed because its memory was full', () => {
    const world = aWorld([webService()], fragile);
    expect(fate(ask(world))).toBe(502);
    expect(texts(world)).toContain('was killed: out of memory');
    world.advance(90);
    expect(states(world)).toEqual(['healthy', 'healthy']);
    expect(serverIds(world)).toContain('Web-3');
  });

  test('replaces a task that was stopped', () => {
    const world = aWorld([webService()]);
    world.inflict({ kind: 'task-stop', tier: 'web' }, 60);
    expect(serverIds(world)).toHaveLength(1);
    world.advance(90);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('that never gets its program to fit keeps killing and starting it', () => {
    const world = aWorld([webService({}, { Memory: '512' })]);
    world.advance(60);
    world.update(anArchitecture(webService({}, { Memory: '64' })));
    world.advance(600);
    expect(texts(world).filter((text) => text === 'was killed: out of memory').length).toBeGreaterThan(3);
    // The old tasks stay until new ones work, so that customers notice nothing.
    expect(fate(ask(world))).toBe(200);
  });

  test('deploys without a failed request, and with no more tasks than the maximum', () => {
    const world = aWorld([webService()]);
    world.plan(() => 20);
    world.update(anArchitecture(webService({}, { Cpu: '2048', Memory: '4096' })));
    world.advance(15);
    expect(serverIds(world)).toHaveLength(4);
    world.advance(300);
    expect(serverIds(world)).toHaveLength(2);
    world.plan(() => 0);
    world.advance(360);
    expect(Array.from({ length: 6 }, (_, round) => world.counts(round).failed)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('tracks its CPU between the bounds of Application Auto Scaling', () => {
    const target = {
      Target: {
        Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
        Properties: { MinCapacity: 2, MaxCapacity: 4, ResourceId: { 'Fn::GetAtt': ['Web', 'Name'] } },
      },
      Policy: {
        Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
        Properties: {
          ScalingTargetId: { Ref: 'Target' },
          TargetTrackingScalingPolicyConfiguration: {
            PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
            TargetValue: 50,
          },
        },
      },
    };
    const world = aWorld([webService(), target]);
    world.plan(() => 75);
    world.advance(1800);
    expect(serverIds(world)).toHaveLength(4);
  });
});
