import { anApplication, anArchitecture, ask, serverIds, states, webGroup } from '../tiny';
import { aWorld, count, fragile, texts, zones } from './fleet-worlds';

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
      return count(world, 'launched');
    };
    expect(launched(300)).toBe(1);
    // With less, each one is replaced before it is ready, for ever.
    expect(launched(30)).toBeGreaterThan(5);
  });

  test('does not wait for the grace of an instance that is stopped or terminated', () => {
    for (const kind of ['instance-stop', 'instance-terminate'] as const) {
      const world = aWorld([webGroup({ HealthCheckGracePeriod: 3000 })]);
      world.update(anArchitecture(webGroup({ HealthCheckGracePeriod: 3000, DesiredCapacity: 3 })));
      world.advance(120);
      world.inflict({ kind, tier: 'web' }, 3600);
      world.advance(240);
      expect(states(world)).toEqual(['healthy', 'healthy', 'healthy']);
      expect(serverIds(world)).toContain('Web-4');
    }
  });

  test('launches the new instance while the failed one leaves', () => {
    const world = aWorld([webGroup({ HealthCheckType: 'EC2' })]);
    world.inflict({ kind: 'instance-hang', tier: 'web' }, 3600);
    world.advance(119);
    expect(serverIds(world)).toEqual(['Web-1', 'Web-2']);
    world.advance(131);
    expect(texts(world).filter((text) => text.includes('status checks') || text.startsWith('launched'))).toEqual([
      'leaves Web: failed its status checks',
      'launched for Web',
    ]);
  });

  test('launches it first, and waits for it, when its instance maintenance policy says so', () => {
    const InstanceMaintenancePolicy = { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 };
    const world = aWorld([webGroup({ InstanceMaintenancePolicy })], fragile);
    ask(world);
    const leaves = () => texts(world).indexOf('leaves Web: failed health checks');
    while (leaves() < 0 && world.now < 600) world.advance(world.now + 1);
    expect(states(world).filter((state) => state === 'healthy')).toHaveLength(2);
    expect(texts(world).indexOf('launched for Web')).toBeLessThan(leaves());
    world.advance(900);
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

  test('follows a desired number that changes, and keeps within new bounds', () => {
    const world = aWorld([webGroup()]);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 5 })));
    world.advance(120);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy', 'healthy', 'healthy']);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 5, MaxSize: 3 })));
    world.advance(240);
    expect(serverIds(world)).toHaveLength(3);
  });

  test('costs what it launches from the launch on', () => {
    const world = aWorld([webGroup()]);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 3 })));
    expect(world.resources().filter(({ kind }) => kind === 'instance')).toHaveLength(3);
    expect(world.resources().filter(({ kind }) => kind === 'volume')).toHaveLength(3);
  });
});
