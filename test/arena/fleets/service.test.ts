import { anApplication, anArchitecture, ask, fate, serverIds, states, webService } from '../tiny';
import { aWorld, count, fragile, texts } from './fleet-worlds';

/** Bounds of two to four tasks, and a policy of Application Auto Scaling. */
const scaled = (policy: Record<string, unknown>) => ({
  Target: {
    Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    Properties: { MinCapacity: 2, MaxCapacity: 4, ResourceId: { 'Fn::GetAtt': ['Web', 'Name'] } },
  },
  Policy: {
    Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    Properties: { ScalingTargetId: { Ref: 'Target' }, ...policy },
  },
});
const tracking = (metric: string, target: number) =>
  scaled({
    TargetTrackingScalingPolicyConfiguration: {
      PredefinedMetricSpecification: { PredefinedMetricType: metric },
      TargetValue: target,
    },
  });
const halfCpu = tracking('ECSServiceAverageCPUUtilization', 50);

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
    expect(count(world, 'was killed: out of memory')).toBeGreaterThan(3);
    // The old tasks stay until new ones work, so that customers notice nothing.
    expect(fate(ask(world))).toBe(200);
  });

  test('keeps an unhealthy task until its replacement works', () => {
    const world = aWorld([webService({ DesiredCount: 1 })]);
    world.inflict({ kind: 'packet-loss', tier: 'web', share: 1 }, 3600);
    const leaves = () => texts(world).indexOf('leaves Web: failed health checks');
    while (leaves() < 0 && world.now < 600) world.advance(world.now + 1);
    expect(texts(world)).toContain('launched for Web');
    expect(states(world)).toContain('healthy');
  });

  test('stops it first where no task more may run', () => {
    const DeploymentConfiguration = { MinimumHealthyPercent: 0, MaximumPercent: 100 };
    const world = aWorld([webService({ DesiredCount: 1, DeploymentConfiguration })]);
    world.inflict({ kind: 'packet-loss', tier: 'web', share: 1 }, 3600);
    while (world.now < 300) {
      world.advance(world.now + 1);
      expect(states(world).filter((state) => state !== 'draining').length).toBeLessThanOrEqual(1);
    }
    expect(states(world)).toEqual(['healthy']);
  });

  test('does not judge a new task before its grace is over', () => {
    // Ready 120 s after it runs; found unhealthy after 30.
    const slow = anApplication({ tier: { startSeconds: 120 } });
    const launched = (grace: number) => {
      const world = aWorld([webService({ HealthCheckGracePeriodSeconds: grace })], slow);
      world.inflict({ kind: 'task-stop', tier: 'web' }, 60);
      world.advance(900);
      return count(world, 'launched');
    };
    expect(launched(150)).toBe(1);
    expect(launched(0)).toBeGreaterThan(5);
  });

  test('tries less and less often to start a task that cannot be started, and at once after a change', () => {
    const world = aWorld([webService()]);
    for (const zone of [0, 1]) world.inflict({ kind: 'capacity-error', zone }, 1000);
    world.inflict({ kind: 'task-stop', tier: 'web' }, 60);
    world.advance(1200);
    // Tried after 10, 20, 40, … s: the last time after 630 s, the next after 1270.
    expect(serverIds(world)).toHaveLength(1);
    world.update(anArchitecture(webService({}, { Cpu: '2048' })));
    expect(count(world, 'launched')).toBeGreaterThan(0);
    expect(count(world, 'cannot launch')).toBe(1);
  });

  test('does so too with tasks that cannot fetch their image', () => {
    // A security group that lets nothing out of its network.
    const inside = { CidrIp: '10.0.0.0/16', IpProtocol: '-1' };
    const anybody = { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 80, ToPort: 80 };
    const Properties = { SecurityGroupIngress: [anybody], SecurityGroupEgress: [inside] };
    const world = aWorld([webService(), { Open: { Type: 'AWS::EC2::SecurityGroup', Properties } }]);
    world.inflict({ kind: 'task-stop', tier: 'web' }, 60);
    world.advance(1200);
    // Each attempt takes half a minute; unthrottled there would be thirty.
    expect(count(world, 'launched')).toBe(7);
  });

  test('tracks its CPU between the bounds of Application Auto Scaling', () => {
    const world = aWorld([webService(), halfCpu]);
    world.plan(() => 75);
    world.advance(1800);
    expect(serverIds(world)).toHaveLength(4);
  });

  test('does not scale in while a deployment is in progress', () => {
    const quiet = (memory: string) => {
      const world = aWorld([webService({ DesiredCount: 4 }), halfCpu]);
      world.plan(() => 1);
      world.update(anArchitecture(webService({ DesiredCount: 4 }, { Memory: memory }), halfCpu));
      world.advance(25 * 60);
      return count(world, 'goes from 4 to');
    };
    expect(quiet('4096')).toBe(1);
    // Its program does not fit, so the deployment never ends.
    expect(quiet('64')).toBe(0);
  });

  test('grows by step scaling', () => {
    const world = aWorld([
      webService(),
      scaled({
        PolicyType: 'StepScaling',
        StepScalingPolicyConfiguration: {
          AdjustmentType: 'ChangeInCapacity',
          StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }],
        },
      }),
      {
        Alarm: {
          Type: 'AWS::CloudWatch::Alarm',
          Properties: {
            AlarmActions: [{ Ref: 'Policy' }],
            Namespace: 'AWS/ECS',
            MetricName: 'CPUUtilization',
            Dimensions: [{ Name: 'ServiceName', Value: { 'Fn::GetAtt': ['Web', 'Name'] } }],
            Period: 60,
            EvaluationPeriods: 1,
            Threshold: 60,
            ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          },
        },
      },
    ]);
    world.plan(() => 75);
    world.advance(61);
    expect(serverIds(world)).toHaveLength(4);
  });

  test('scales on its memory', () => {
    const world = aWorld([webService({}, { Memory: '512' }), tracking('ECSServiceAverageMemoryUtilization', 10)]);
    world.advance(240);
    expect(serverIds(world)).toHaveLength(4);
  });
});
