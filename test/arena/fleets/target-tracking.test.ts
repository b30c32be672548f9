import fc from 'fast-check';
import { freshTracking, track, type Reading } from '../../../lib/arena/fleets/tracking';
import type { TrackingPolicy } from '../../../lib/architecture/scaling-policy';
import { anArchitecture, halfCpu, serverIds, webGroup } from '../tiny';
import { aWorld } from './fleet-worlds';

const policy: TrackingPolicy = {
  kind: 'tracking',
  id: 'Policy',
  metric: 'cpu',
  target: 50,
  scaleIn: true,
  warmupSeconds: 60,
  outCooldownSeconds: 0,
  inCooldownSeconds: 0,
};

/** What a policy wants minute by minute, of a fleet that does as it says. */
function follow(changes: Partial<TrackingPolicy>, metrics: readonly number[], capacity: number) {
  let [state, desired] = [freshTracking, capacity];
  return metrics.map((metric, minute) => {
    const reading: Reading = { atSeconds: minute * 60, metric, measured: desired, capacity: desired, warming: false };
    const [next, wanted] = track({ ...policy, ...changes }, state, reading);
    [state, desired] = [next, wanted ?? desired];
    return desired;
  });
}
const minutes = (count: number, metric: number) => Array.from({ length: count }, () => metric);

describe('a target tracking policy', () => {
  test.each<[string, Partial<TrackingPolicy>, number[], number, number]>([
    ['scales out by as much as is missing', {}, minutes(3, 90), 4, 8],
    ['needs three minutes above its target in a row', {}, [90, 90, 10, 90, 90], 4, 4],
    ['needs fifteen minutes clearly below its target in a row', {}, minutes(14, 10), 4, 4],
    ['scales in after them to what fits', {}, minutes(15, 10), 4, 1],
    ['takes a tenth below its target for good', {}, minutes(60, 46), 4, 4],
    ['scales in no more when that is switched off', { scaleIn: false }, minutes(60, 5), 4, 4],
    ['waits for its cooldown before it scales out again', { outCooldownSeconds: 600 }, minutes(5, 60), 10, 12],
    ['unless it wants more than the last time', { outCooldownSeconds: 600 }, [60, 60, 60, 100], 10, 20],
    ['waits for its cooldown before it scales in again', { inCooldownSeconds: 600 }, minutes(20, 40), 10, 8],
  ])('%s', (_rule, changes, metrics, before, after) => {
    expect(follow(changes, metrics, before).at(-1)).toBe(after);
  });

  test('says nothing while nobody can be measured', () => {
    const reading = { atSeconds: 600, metric: 0, measured: 0, capacity: 4, warming: true };
    expect(track(policy, { ...freshTracking, below: 20, above: 20 }, reading)[1]).toBeUndefined();
  });

  test('wants just so many as bring the metric to the target or below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 100 }), (capacity, metric) => {
        const after = follow({}, minutes(3, metric), capacity).at(-1) ?? 0;
        expect((capacity * metric) / after).toBeLessThanOrEqual(50);
        expect((capacity * metric) / (after - 1)).toBeGreaterThan(50);
      }),
    );
  });
});

describe('an Auto Scaling group', () => {
  test('scales out after three minutes above its target, and no further than its maximum', () => {
    const world = aWorld([webGroup({ MaxSize: 3 }), halfCpu]);
    // Work for nearly three vCPUs of four, then for five of six.
    world.plan(() => 130);
    world.advance(179);
    expect(serverIds(world)).toHaveLength(2);
    world.advance(200);
    expect(serverIds(world)).toHaveLength(3);
    world.plan(() => 250);
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

  test('that has no warm-up of its own takes its default cooldown for one', () => {
    const policyOf = (group: Record<string, unknown>) =>
      anArchitecture(webGroup(group), {
        Tracking: {
          ...halfCpu.Tracking,
          Type: 'AWS::AutoScaling::ScalingPolicy',
          Properties: { ...halfCpu.Tracking?.Properties, EstimatedInstanceWarmup: undefined },
        },
      }).scalingGroups[0]?.policies[0];
    expect(policyOf({})).toMatchObject({ warmupSeconds: 300 });
    expect(policyOf({ Cooldown: 100 })).toMatchObject({ warmupSeconds: 100 });
    expect(policyOf({ Cooldown: 100, DefaultInstanceWarmup: 0 })).toMatchObject({ warmupSeconds: 0 });
  });

  test('without a policy stays as it is', () => {
    const world = aWorld([webGroup()]);
    world.plan(() => 130);
    world.advance(1200);
    expect(serverIds(world)).toHaveLength(2);
  });

  test('with two policies scales out as either wants, and in only when both do', () => {
    const memory = (target: number) => ({
      Busy: { ...halfCpu.Tracking, Type: 'AWS::AutoScaling::ScalingPolicy' },
      Requests: {
        Type: 'AWS::AutoScaling::ScalingPolicy',
        Properties: {
          AutoScalingGroupName: { Ref: 'Web' },
          EstimatedInstanceWarmup: 60,
          TargetTrackingConfiguration: {
            PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget' },
            TargetValue: target,
          },
        },
      },
    });
    const size = (target: number) => {
      const world = aWorld([webGroup({ DesiredCapacity: 4 }), memory(target)]);
      // 300 requests a minute, which keep nobody busy.
      world.plan(() => 5);
      world.advance(20 * 60);
      return serverIds(world).length;
    };
    expect([size(30), size(80), size(1000)]).toEqual([6, 4, 2]);
  });
});
