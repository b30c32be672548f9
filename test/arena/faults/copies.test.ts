import { World } from '../../../lib/arena/world';
import type { Application } from '../../../lib/arena/application';
import { anApplication, anArchitecture, ask, backTier, states, webGroup, webInstances } from '../tiny';

const fault = { kind: 'sync-stop', tier: 'web' } as const;
const application: Application = anApplication({
  tier: { synchronises: { routes: ['page'], staleAfterSeconds: 90 } },
});
const aWorld = (...parts: Parameters<typeof anArchitecture>) =>
  new World({ application, architecture: anArchitecture(...parts), seed: 4 });
const isStale = (world: World, path = '/page') => {
  const outcome = ask(world, path);
  return !('lost' in outcome) && outcome.stale;
};

describe('a server that no longer copies what it shows', () => {
  test('is right for a while, then shows an old state, and is right again when the fault ends', () => {
    const world = aWorld(webInstances(1), backTier());
    world.inflict(fault, 300);
    world.advance(85);
    expect(isStale(world)).toBe(false);
    world.advance(95);
    expect(isStale(world)).toBe(true);
    world.advance(301);
    expect(isStale(world)).toBe(false);
  });

  test('is right where its answers show no copy', () => {
    const world = aWorld(webInstances(1), backTier());
    world.inflict(fault, 300);
    world.advance(200);
    expect([isStale(world), isStale(world, '/buy')]).toEqual([true, false]);
  });

  test('gives customers wrong answers, which count as faulty', () => {
    const world = aWorld(webInstances(1), backTier());
    world.plan(() => 2);
    world.inflict(fault, 600);
    world.advance(360);
    const { faulty, expected } = world.counts(4);
    expect([world.counts(0).faulty, faulty]).toEqual([0, expected]);
  });

  test('begins anew when it boots, whoever still holds the old copy', () => {
    const world = aWorld(webInstances(1), backTier());
    world.inflict(fault, 3000);
    world.inflict({ kind: 'instance-stop', tier: 'web' }, 60);
    world.advance(900);
    expect(isStale(world)).toBe(false);
    world.advance(3100);
    expect(isStale(world)).toBe(false);
  });

  test('is right only when the last of several faults has ended', () => {
    const world = aWorld(webInstances(1), backTier());
    for (const seconds of [200, 400]) world.inflict(fault, seconds);
    world.advance(300);
    expect(isStale(world)).toBe(true);
    world.advance(401);
    expect(isStale(world)).toBe(false);
  });
});

describe('one of two servers', () => {
  const struck = (HealthCheckPath: string) => {
    const world = aWorld(webInstances(2, {}, { HealthCheckPath }), backTier());
    world.inflict(fault, 600);
    world.advance(200);
    return world;
  };

  test.each([
    ['asks only whether it is there', '/ok'],
    ['asks for a page, and does not read it', '/page'],
  ])('shows an old state on every other page when the health check %s', (_what, path) => {
    const world = struck(path);
    expect([isStale(world), isStale(world)].sort()).toEqual([false, true]);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy']);
  });

  test('is left when the health check asks the program whether it is well', () => {
    const world = struck('/health');
    expect([isStale(world), isStale(world)]).toEqual([false, false]);
    expect(states(world).sort()).toEqual(['healthy', 'healthy', 'unhealthy']);
    world.advance(700);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy']);
  });

  test('is replaced by its group, which trusts the health check', () => {
    const world = aWorld(webGroup(), backTier());
    world.inflict(fault, 3000);
    world.advance(900);
    expect(world.transitions().map(({ text }) => text)).toContain('leaves Web: failed health checks');
    expect([isStale(world), isStale(world)]).toEqual([false, false]);
  });
});
