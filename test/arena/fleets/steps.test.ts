import { breach, freshAlarm, watch } from '../../../lib/arena/fleets/alarm';
import { adjust, freshSteps } from '../../../lib/arena/fleets/steps';
import type { ScalingAlarm, StepPolicy } from '../../../lib/architecture/scaling-policy';
import { anArchitecture, serverIds, webGroup } from '../tiny';
import { aWorld } from './fleet-worlds';

const alarm: ScalingAlarm = {
  id: 'Alarm',
  metric: 'cpu',
  comparison: 'above',
  threshold: 50,
  periodMinutes: 1,
  periods: 3,
  datapoints: 2,
};
const ring = (changes: Partial<ScalingAlarm>, ...values: number[]) => {
  const told = { ...alarm, ...changes };
  return breach(
    told,
    values.reduce((state, value) => watch(told, state, value), freshAlarm),
  );
};

describe('an alarm', () => {
  test.each<[string, Partial<ScalingAlarm>, number[], number | undefined]>([
    ['rings when as many of its last periods as it says are beyond its threshold', {}, [60, 10, 70], 20],
    ['and tells how far the newest is, whatever side', {}, [60, 70, 10], -40],
    ['is quiet with fewer', {}, [60, 10, 50], undefined],
    ['forgets older periods', {}, [60, 60, 10, 10], undefined],
    ['knows nothing before its first period', { datapoints: 1 }, [], undefined],
    ['averages over its period', { periodMinutes: 2, datapoints: 1 }, [20, 100], 10],
    ['waits until its period is over', { periodMinutes: 2, datapoints: 1 }, [100], undefined],
    ['adds up requests', { metric: 'requests-per-target', periodMinutes: 2, datapoints: 1 }, [20, 100], 70],
    ['may count the threshold itself', { comparison: 'at-least', datapoints: 1 }, [50], 0],
    ['may look below', { comparison: 'below', datapoints: 1 }, [20], -30],
    ['may look below and count the threshold', { comparison: 'at-most', datapoints: 1 }, [50], 0],
  ])('%s', (_rule, changes, values, beyond) => {
    expect(ring(changes, ...values)).toBe(beyond);
  });
});

// The worked example of the AWS documentation, https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html
const out: StepPolicy = {
  kind: 'step',
  id: 'Out',
  alarms: [alarm],
  change: 'percent',
  minChange: 0,
  steps: [
    { from: 0, to: 10, adjustment: 0 },
    { from: 10, to: 20, adjustment: 10 },
    { from: 20, to: Infinity, adjustment: 30 },
  ],
  warmupSeconds: 60,
  cooldownSeconds: 0,
};
const scaleIn: StepPolicy = {
  ...out,
  steps: [
    { from: -10, to: 0, adjustment: 0 },
    { from: -20, to: -10, adjustment: -10 },
    { from: -Infinity, to: -20, adjustment: -30 },
  ],
};
const calm = { atSeconds: 0, warming: false };

describe('a step scaling policy', () => {
  test.each<[string, StepPolicy, number, number, number, number | undefined]>([
    ['does nothing in a step of nothing', out, 5, 10, 10, undefined],
    ['adds a tenth of ten', out, 10, 10, 10, 11],
    ['adds three tenths of eleven, rounded down', out, 20, 11, 11, 14],
    ['adds nothing more while what it added warms up', out, 12, 10, 11, undefined],
    ['adds what is missing to a larger step while it warms up', out, 20, 10, 11, 13],
    ['takes a tenth of fourteen, rounded down', scaleIn, -10, 14, 14, 13],
    ['takes three tenths of thirteen, rounded down', scaleIn, -20, 13, 13, 10],
    ['adds at least one', out, 10, 2, 2, 3],
    ['adds at least its smallest change', { ...out, minChange: 2 }, 10, 4, 4, 6],
    ['adds a number', { ...out, change: 'count' }, 25, 4, 4, 34],
    ['sets a number', { ...out, change: 'exact' }, 25, 4, 4, 30],
  ])('%s', (_rule, policy, beyond, current, capacity, wanted) => {
    expect(adjust(policy, freshSteps, { ...calm, breach: beyond, current, capacity })[1]).toBe(wanted);
  });

  test('takes nothing away while servers warm up', () => {
    const ringing = { ...calm, breach: -30, current: 10, capacity: 10, warming: true };
    expect(adjust(scaleIn, freshSteps, ringing)[1]).toBeUndefined();
  });

  test('of a service counts in its cooldown what it added already', () => {
    // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepScalingPolicyConfiguration.html
    const policy: StepPolicy = {
      ...out,
      change: 'count',
      steps: [
        { from: 0, to: 10, adjustment: 2 },
        { from: 10, to: Infinity, adjustment: 3 },
      ],
      cooldownSeconds: 300,
    };
    const [state, first] = adjust(policy, freshSteps, { ...calm, breach: 5, current: 4, capacity: 4 });
    const again = { ...calm, atSeconds: 60, current: 6, capacity: 6 };
    expect(first).toBe(6);
    expect(adjust(policy, state, { ...again, breach: 5 })[1]).toBeUndefined();
    expect(adjust(policy, state, { ...again, breach: 15 })[1]).toBe(7);
    expect(adjust(policy, state, { ...again, atSeconds: 300, breach: 5 })[1]).toBe(8);
  });

  test('of a service takes nothing more away in its cooldown', () => {
    const policy = { ...scaleIn, cooldownSeconds: 300 };
    const quiet = { ...calm, breach: -30, current: 10, capacity: 10 };
    const [state] = adjust(policy, freshSteps, quiet);
    expect(adjust(policy, state, { ...quiet, atSeconds: 299 })[1]).toBeUndefined();
    expect(adjust(policy, state, { ...quiet, atSeconds: 300 })[1]).toBe(7);
  });
});

test('a simple scaling policy waits until its cooldown is over', () => {
  const simple: StepPolicy = {
    ...out,
    kind: 'simple',
    change: 'count',
    steps: [{ from: -Infinity, to: Infinity, adjustment: 1 }],
    cooldownSeconds: 300,
  };
  const ringing = { ...calm, breach: 40, current: 2, capacity: 2 };
  const [state, first] = adjust(simple, freshSteps, ringing);
  expect(first).toBe(3);
  expect(adjust(simple, state, { ...ringing, atSeconds: 299, current: 3, capacity: 3 })[1]).toBeUndefined();
  expect(adjust(simple, state, { ...ringing, atSeconds: 300, current: 3, capacity: 3 })[1]).toBe(4);
});

describe('an Auto Scaling group with alarms of its own', () => {
  const alarmed = (policy: Record<string, unknown>, changes: Record<string, unknown> = {}) => ({
    Policy: {
      Type: 'AWS::AutoScaling::ScalingPolicy',
      Properties: { AutoScalingGroupName: { Ref: 'Web' }, AdjustmentType: 'ChangeInCapacity', ...policy },
    },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        AlarmActions: [{ Ref: 'Policy' }],
        Namespace: 'AWS/EC2',
        MetricName: 'CPUUtilization',
        Dimensions: [{ Name: 'AutoScalingGroupName', Value: { Ref: 'Web' } }],
        Statistic: 'Average',
        Period: 60,
        EvaluationPeriods: 2,
        Threshold: 60,
        ComparisonOperator: 'GreaterThanThreshold',
        ...changes,
      },
    },
  });

  test('grows by simple scaling, one cooldown after the other', () => {
    const world = aWorld([webGroup(), alarmed({ ScalingAdjustment: '1', Cooldown: '600' })]);
    world.plan(() => 180);
    world.advance(119);
    expect(serverIds(world)).toHaveLength(2);
    world.advance(121);
    expect(serverIds(world)).toHaveLength(3);
    world.advance(719);
    expect(serverIds(world)).toHaveLength(3);
  });

  test('grows by step scaling as far as the step says', () => {
    const steps = [
      { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 15, ScalingAdjustment: 1 },
      { MetricIntervalLowerBound: 15, ScalingAdjustment: 3 },
    ];
    const world = aWorld([webGroup(), alarmed({ PolicyType: 'StepScaling', StepAdjustments: steps })]);
    world.plan(() => 180);
    world.advance(121);
    expect(serverIds(world)).toHaveLength(5);
  });

  test.each([
    ['a metric that the arena does not have', { MetricName: 'NetworkIn' }],
    ['another group’s metric', { Dimensions: [] }],
    ['a statistic that the arena does not have', { Statistic: 'Maximum' }],
    ['a period below a minute', { Period: 10 }],
  ])('does not grow on %s, and says so', (_what, changes) => {
    const { scalingGroups, notModelled } = anArchitecture(webGroup(), alarmed({ ScalingAdjustment: '1' }, changes));
    expect(scalingGroups[0]?.policies).toEqual([]);
    expect(notModelled.map(({ id }) => id)).toEqual(expect.arrayContaining(['Policy', 'Alarm']));
  });

  test('with an alarm of no periods is taken for one with a single period', () => {
    const { scalingGroups } = anArchitecture(
      webGroup(),
      alarmed({ ScalingAdjustment: '1' }, { EvaluationPeriods: 0, DatapointsToAlarm: 0 }),
    );
    expect(scalingGroups[0]?.policies).toMatchObject([{ alarms: [{ periods: 1, datapoints: 1 }] }]);
  });

  test('is not listed as something that the arena does not model', () => {
    const group = webGroup({}, { Monitoring: { Enabled: true } });
    expect(anArchitecture(group, alarmed({ ScalingAdjustment: '1' })).notModelled).toEqual([]);
  });
});
