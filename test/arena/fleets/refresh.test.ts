import { refreshPacing, updatePacing } from '../../../lib/arena/fleets/refresh';
import { anApplication, anArchitecture, serverIds, webGroup } from '../tiny';
import { aWorld, count, failures, sizes } from './fleet-worlds';

const types = (world: ReturnType<typeof aWorld>) =>
  world.resources().flatMap((each) => (each.kind === 'instance' ? [each.type] : []));
const bigger = { InstanceType: 'c6i.large' };
/** Moves a group of so many instances to another type and plays until an instant. */
function refreshed(changes: Record<string, unknown>, untilSeconds: number, update: unknown = undefined) {
  const parts = (launch: Record<string, unknown>) => {
    const group = webGroup({ DesiredCapacity: 4, ...changes }, launch);
    return { ...group, Web: { ...group.Web, Type: 'AWS::AutoScaling::AutoScalingGroup', UpdatePolicy: update } };
  };
  const world = aWorld([parts({})]);
  world.plan(() => 20);
  world.update(anArchitecture(parts(bigger)));
  return { world, seen: sizes(world, untilSeconds) };
}

describe('a new launch template', () => {
  test('comes in without failing a single request', () => {
    const { world } = refreshed({}, 900);
    world.plan(() => 0);
    world.advance(960);
    expect(failures(world, 16)).toBe(0);
    expect(types(world)).toEqual(['c6i.large', 'c6i.large', 'c6i.large', 'c6i.large']);
  });

  test('replaces one instance at a time by default, and waits until the new one is warmed up', () => {
    const { world } = refreshed({ DefaultInstanceWarmup: 300 }, 300);
    expect(types(world).filter((type) => type === 'c6i.large')).toHaveLength(1);
    world.advance(400);
    expect(types(world).filter((type) => type === 'c6i.large')).toHaveLength(2);
  });

  test('launches first and terminates then where an instance maintenance policy says so', () => {
    const InstanceMaintenancePolicy = { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 };
    const { world, seen } = refreshed({ InstanceMaintenancePolicy }, 900);
    expect(seen).toEqual({ most: 6, fewest: 4 });
    expect(types(world)).toEqual(['c6i.large', 'c6i.large', 'c6i.large', 'c6i.large']);
  });

  test('comes in by CloudFormation’s rolling update where the template has one, whether it works or not', () => {
    const update = { AutoScalingRollingUpdate: { MaxBatchSize: 2, PauseTime: 'PT2M' } };
    const { world } = refreshed({}, 100, update);
    expect(types(world).filter((type) => type === 'c6i.large')).toHaveLength(2);
    world.advance(200);
    expect(types(world)).toEqual(['c6i.large', 'c6i.large', 'c6i.large', 'c6i.large']);
  });

  test('comes in beside the old instances by a replacing update', () => {
    const { seen } = refreshed({}, 60, { AutoScalingReplacingUpdate: { WillReplace: true } });
    expect(seen.most).toBe(8);
  });

  test.each([
    ['nine tenths of ten stay, and no more are launched', undefined, 10, [9, 10]],
    ['two at a time of twenty', undefined, 20, [18, 20]],
    ['one of two goes, although nine tenths are more than one', undefined, 2, [1, 2]],
    ['all of two stay where all have to, and one comes on top', { minPercent: 100, maxPercent: 100 }, 2, [2, 3]],
    ['as many come on top as may', { minPercent: 100, maxPercent: 200 }, 4, [4, 8]],
    ['half may go at once', { minPercent: 50, maxPercent: 100 }, 4, [2, 4]],
  ])('%s', (_rule, maintenance, desired, bounds) => {
    const pacing = refreshPacing({ maintenance, rollingUpdate: undefined }, 60);
    expect([pacing.least(desired), pacing.most(desired)]).toEqual(bounds);
  });

  test.each([
    ['a batch goes at once', { minInService: 0, maxBatch: 2 }, [2, 4]],
    ['but so many stay in service', { minInService: 3, maxBatch: 2 }, [3, 4]],
    ['where all have to, new ones come on top', { minInService: 4, maxBatch: 2 }, [4, 6]],
  ])('in a rolling update %s', (_rule, update, bounds) => {
    const rollingUpdate = { ...update, pauseSeconds: 60, signals: false };
    const pacing = updatePacing({ maintenance: undefined, rollingUpdate }, 60);
    expect([pacing.least(4), pacing.most(4)]).toEqual(bounds);
  });
});

describe('a broken revision of a group', () => {
  test('is stopped at the first instance by health checks of the load balancer, and replaced over and over', () => {
    const world = aWorld([webGroup({ DesiredCapacity: 4, HealthCheckGracePeriod: 120 })]);
    world.plan(() => 20);
    const end = world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    world.advance(1200);
    expect(world.targets().filter(({ state }) => state === 'healthy')).toHaveLength(3);
    expect(failures(world, 19)).toBe(0);
    expect(count(world, 'ended: its program')).toBeGreaterThan(4);
    end();
    world.advance(1500);
    expect(world.targets().filter(({ state }) => state === 'healthy')).toHaveLength(4);
    expect(serverIds(world)).toHaveLength(4);
  });

  test('goes through where only the instance counts, and nobody serves any more', () => {
    const world = aWorld([webGroup({ HealthCheckType: 'EC2' })]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 600);
    world.advance(500);
    expect(world.targets().filter(({ state }) => state === 'healthy')).toHaveLength(0);
    world.advance(1000);
    expect(world.targets().map(({ state }) => state)).toEqual(['healthy', 'healthy']);
  });

  test('is out of the way as soon as another launch template is deployed', () => {
    const world = aWorld([webGroup({ HealthCheckType: 'EC2' })]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    world.advance(500);
    world.update(anArchitecture(webGroup({ HealthCheckType: 'EC2' }, bigger)));
    world.advance(800);
    expect(world.targets().map(({ state }) => state)).toEqual(['healthy', 'healthy']);
    world.advance(4000);
    expect(types(world)).toEqual(['c6i.large', 'c6i.large']);
  });

  test('stays while one of two such faults lasts', () => {
    const world = aWorld([webGroup({ HealthCheckType: 'EC2' })], anApplication());
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 600);
    world.advance(10);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 1200);
    world.advance(1100);
    expect(world.targets().filter(({ state }) => state === 'healthy')).toHaveLength(0);
    world.advance(1800);
    expect(world.targets().map(({ state }) => state)).toEqual(['healthy', 'healthy']);
  });
});
