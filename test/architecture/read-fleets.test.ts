import { anArchitecture, halfCpu, webGroup, webService } from '../arena/tiny';

type Properties = Record<string, unknown>;

const assumed = (...parts: Parameters<typeof anArchitecture>) =>
  anArchitecture(...parts).notModelled.map((each) => each.assumed);

describe('an Auto Scaling group', () => {
  const group = (changes: Properties, update?: unknown) => {
    const { Web, ...others } = webGroup(changes);
    return anArchitecture({
      ...others,
      Web: { ...Web, Type: 'AWS::AutoScaling::AutoScalingGroup', UpdatePolicy: update },
    }).scalingGroups[0];
  };

  test('has no grace, no warm-up and no policies of replacement unless it says so', () => {
    expect(group({ HealthCheckGracePeriod: undefined })).toMatchObject({
      graceSeconds: 0,
      warmupSeconds: undefined,
      replacement: { maintenance: undefined, rollingUpdate: undefined },
    });
  });

  test('switches its warm-up off with -1', () => {
    expect(group({ DefaultInstanceWarmup: -1 })?.warmupSeconds).toBeUndefined();
    expect(group({ DefaultInstanceWarmup: 0 })?.warmupSeconds).toBe(0);
  });

  test('has an instance maintenance policy when both of its limits are set', () => {
    const maintenance = (MinHealthyPercentage: number, MaxHealthyPercentage: number) =>
      group({ InstanceMaintenancePolicy: { MinHealthyPercentage, MaxHealthyPercentage } })?.replacement.maintenance;
    expect(maintenance(90, 120)).toEqual({ minPercent: 90, maxPercent: 120 });
    expect(maintenance(-1, -1)).toBeUndefined();
  });

  test.each([
    ['one at a time, without a pause', {}, { minInService: 0, maxBatch: 1, pauseSeconds: 0, signals: false }],
    [
      'as it says',
      { MinInstancesInService: '2', MaxBatchSize: '3', PauseTime: 'PT1H2M3S' },
      { minInService: 2, maxBatch: 3, pauseSeconds: 3723, signals: false },
    ],
    [
      'for five minutes at most when it waits for signals',
      { WaitOnResourceSignals: true },
      { minInService: 0, maxBatch: 1, pauseSeconds: 300, signals: true },
    ],
  ])('is updated %s', (_how, policy, rollingUpdate) => {
    expect(group({}, { AutoScalingRollingUpdate: policy })?.replacement.rollingUpdate).toEqual(rollingUpdate);
  });

  test.each<[string, Properties, Properties]>([
    ['instances wait for no lifecycle hook', { LifecycleHookSpecificationList: [{}] }, {}],
    ['instances are chosen by the default termination policy', { TerminationPolicies: ['NewestInstance'] }, {}],
    ['instances may live for ever', { MaxInstanceLifetime: 86400 }, {}],
    ['instances are not protected from scale-in', { NewInstancesProtectedFromScaleIn: true }, {}],
    [
      'launches that fail in one zone go to another',
      { AvailabilityZoneDistribution: { CapacityDistributionStrategy: 'balanced-only' } },
      {},
    ],
    ['its instances are on demand and never interrupted', {}, { InstanceMarketOptions: { MarketType: 'spot' } }],
  ])('that says otherwise is listed: %s', (words, changes, launch) => {
    expect(assumed(webGroup(changes, launch))).toEqual([words]);
  });

  test.each<[string, Properties, string[]]>([
    ['is listed', {}, ['its CPU is measured every minute, as with detailed monitoring']],
    ['is not listed with detailed monitoring', { Monitoring: { Enabled: true } }, []],
  ])('that scales on its CPU %s', (_rule, launch, words) => {
    expect(assumed(webGroup({}, launch), halfCpu)).toEqual(words);
  });

  test('of mixed instances is listed, and launches what its launch template says', () => {
    const LaunchTemplateSpecification = { LaunchTemplateId: { Ref: 'Template' }, Version: '1' };
    const MixedInstancesPolicy = { LaunchTemplate: { LaunchTemplateSpecification } };
    const { scalingGroups, notModelled } = anArchitecture(
      webGroup({ LaunchTemplate: undefined, MixedInstancesPolicy }),
    );
    expect(scalingGroups[0]?.shape.type).toBe('m6i.large');
    expect(notModelled.map((each) => each.id)).toEqual(['Web']);
  });

  test('does not follow what the arena cannot: scheduled actions, predictions, metrics of one’s own', () => {
    const mine = { CustomizedMetricSpecification: { Namespace: 'Mine', MetricName: 'Busy' }, TargetValue: 5 };
    const policy = (properties: Properties) => ({
      Type: 'AWS::AutoScaling::ScalingPolicy',
      Properties: { AutoScalingGroupName: { Ref: 'Web' }, ...properties },
    });
    const { scalingGroups, notModelled } = anArchitecture(webGroup(), {
      Morning: { Type: 'AWS::AutoScaling::ScheduledAction', Properties: { AutoScalingGroupName: { Ref: 'Web' } } },
      Prophet: policy({ PolicyType: 'PredictiveScaling' }),
      Own: policy({ TargetTrackingConfiguration: mine }),
    });
    expect(scalingGroups[0]?.policies).toEqual([]);
    expect(notModelled.map(({ id }) => id)).toEqual(['Morning', 'Prophet', 'Own']);
  });

  test('follows a metric of one’s own that is one of the arena’s', () => {
    const cpu = {
      Namespace: 'AWS/EC2',
      MetricName: 'CPUUtilization',
      Statistic: 'Average',
      Dimensions: [{ Name: 'AutoScalingGroupName', Value: { Ref: 'Web' } }],
    };
    const { scalingGroups } = anArchitecture(webGroup(), {
      Tracking: {
        Type: 'AWS::AutoScaling::ScalingPolicy',
        Properties: {
          ...halfCpu.Tracking?.Properties,
          TargetTrackingConfiguration: { CustomizedMetricSpecification: cpu, TargetValue: 40 },
        },
      },
    });
    expect(scalingGroups[0]?.policies).toMatchObject([{ metric: 'cpu', target: 40 }]);
  });
});

describe('a service', () => {
  const service = (changes: Properties) => anArchitecture(webService(changes)).services[0];

  test('has no circuit breaker unless it is switched on', () => {
    const breaker = (DeploymentCircuitBreaker: unknown) =>
      service({ DeploymentConfiguration: { DeploymentCircuitBreaker } })?.circuitBreaker;
    expect(breaker(undefined)).toBeUndefined();
    expect(breaker({ Enable: false, Rollback: true })).toBeUndefined();
    expect(breaker({ Enable: true })).toEqual({
      rollback: false,
      threshold: { unit: 'bounded-percent', value: 50 },
      resets: true,
    });
    const ThresholdConfiguration = { Type: 'COUNT', Value: 5 };
    expect(breaker({ Enable: true, Rollback: true, ThresholdConfiguration, ResetOnHealthyTask: false })).toEqual({
      rollback: true,
      threshold: { unit: 'count', value: 5 },
      resets: false,
    });
  });

  test('rebalances unless it says otherwise', () => {
    expect(service({})?.rebalances).toBe(true);
    expect(service({ AvailabilityZoneRebalancing: 'DISABLED' })?.rebalances).toBe(false);
  });

  test.each<[string, Properties, Properties]>([
    ['its tasks run on Fargate', { LaunchType: 'EC2' }, {}],
    ['its tasks are never interrupted', { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }] }, {}],
    ['it deploys by a rolling update', { DeploymentController: { Type: 'CODE_DEPLOY' } }, {}],
    ['it deploys by a rolling update', { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } }, {}],
    ['it holds its desired number of tasks', { SchedulingStrategy: 'DAEMON' }, {}],
    ['no alarm ends a deployment', { DeploymentConfiguration: { Alarms: { Enable: true } } }, {}],
    [
      'health checks of containers pass as long as the task runs',
      {},
      { ContainerDefinitions: [{ Name: 'web', HealthCheck: { Command: ['CMD', 'true'] } }] },
    ],
  ])('that says otherwise is listed: %s', (words, changes, task) => {
    expect(assumed(webService(changes, task))).toEqual([words]);
  });
});
