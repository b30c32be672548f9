import fc from 'fast-check';
import { judge } from '../../../lib/arena/balancing/health';
import { Target, type TargetState } from '../../../lib/arena/balancing/target';
import type { Server } from '../../../lib/arena/servers/server';
import { anApplication, anArchitecture, ask, backTier, fate, states, theEdge, webInstances } from '../tiny';
import { aWorld, balancer, behindShut, fixed, listener, shut } from './parts';

const hangs = anApplication({ tier: { leakPerRequestKib: 16 * 1024 * 1024 } });

describe('health checks', () => {
  test('take a target out after as many failures as the threshold says, not before', () => {
    const world = aWorld([webInstances(2)], { application: hangs });
    ask(world);
    // Interval 10 s, timeout 5 s, three failures: between 25 and 35 s, and as long as one interval longer for the phase.
    world.advance(20);
    expect(states(world)).toEqual(['healthy', 'healthy']);
    world.advance(48);
    expect(states(world).sort()).toEqual(['healthy', 'unhealthy']);
  });

  test('bring it back after as many passes as the threshold says', () => {
    const world = aWorld([webInstances(2, {}, { HealthCheckPath: '/ok', HealthyThresholdCount: 4 })]);
    world.advance(10);
    const start = world.inflict({ kind: 'zone-outage', zone: 0 }, 600);
    world.advance(100);
    expect(states(world)).toEqual(['unhealthy', 'healthy']);
    start();
    // 35 s until the program runs again, then the fourth pass comes 30 to 40 s later.
    world.advance(164);
    expect(states(world)).toEqual(['unhealthy', 'healthy']);
    world.advance(176);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('make a new target healthy with the first that passes, whatever the threshold says', () => {
    const stubborn = { HealthyThresholdCount: 10, UnhealthyThresholdCount: 10 };
    const world = aWorld([webInstances(1, {}, stubborn)]);
    world.update(anArchitecture(webInstances(2, {}, stubborn)));
    // It is registered after 15 s and answers after 25 s more.
    world.advance(39);
    expect(states(world)).toEqual(['healthy', 'initial']);
    world.advance(51);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test.each([
    [5, 40],
    [30, 130],
  ])('come every %i seconds when that is their interval', (interval, seconds) => {
    const world = aWorld([webInstances(2, behindShut, { HealthCheckIntervalSeconds: interval }), shut]);
    world.advance(interval * 2);
    expect(states(world)).toEqual(['healthy', 'healthy']);
    world.advance(seconds);
    expect(states(world)).toEqual(['unhealthy', 'unhealthy']);
  });

  test('fail when the answer comes after their timeout', () => {
    const late = (timeout: number) => {
      const world = aWorld([webInstances(1, {}, { HealthCheckTimeoutSeconds: timeout })]);
      world.inflict({ kind: 'latency', tier: 'web', addedMs: 5000 }, 600);
      world.advance(120);
      return states(world);
    };
    expect(late(4)).toEqual(['unhealthy']);
    expect(late(6)).toEqual(['healthy']);
  });

  test('on a path that needs no work notice nothing of a process that hangs', () => {
    const world = aWorld([webInstances(1, {}, { HealthCheckPath: '/ok' })], { application: hangs });
    ask(world);
    world.advance(300);
    expect(states(world)).toEqual(['healthy']);
    expect(fate(ask(world))).toBe('timeout');
  });

  test('that all fail leave every target in use: fail-open', () => {
    const world = aWorld([webInstances(2, {}, { HealthCheckPath: '/nowhere' })]);
    world.advance(60);
    expect(states(world)).toEqual(['unhealthy', 'unhealthy']);
    expect(fate(ask(world))).toBe(200);
  });

  test.each([
    ['on a path that the application does not have', { HealthCheckPath: '/nowhere' }, 'unhealthy'],
    [
      'with a matcher that takes anything',
      { HealthCheckPath: '/nowhere', Matcher: { HttpCode: '200-499' } },
      'healthy',
    ],
    [
      'with a matcher that takes two codes',
      { HealthCheckPath: '/nowhere', Matcher: { HttpCode: '200,404' } },
      'healthy',
    ],
    ['with a matcher that the program does not fit', { Matcher: { HttpCode: '204' } }, 'unhealthy'],
    ['on a port where nothing listens', { HealthCheckPort: '9999' }, 'unhealthy'],
    ['on the port of the traffic', { HealthCheckPort: 'traffic-port' }, 'healthy'],
    ['on the port of the traffic, said as a number', { HealthCheckPort: 80 }, 'healthy'],
    ['by HTTPS', { HealthCheckProtocol: 'HTTPS' }, 'unhealthy'],
  ])('%s', (_rule, group, state) => {
    const world = aWorld([webInstances(1, {}, group)]);
    world.advance(60);
    expect(states(world)).toEqual([state]);
  });

  test('fail at targets whose security group lets nobody in', () => {
    const world = aWorld([webInstances(1, behindShut), shut]);
    world.advance(60);
    expect(states(world)).toEqual(['unhealthy']);
  });
});

describe('a target is not used', () => {
  const soon = (parts: Parameters<typeof aWorld>[0]) => {
    const world = aWorld(parts);
    world.advance(15);
    return world.targets().map(({ group, state }) => `${group} ${state}`);
  };

  test('while its instance is stopped, from its next health check on', () => {
    const world = aWorld([webInstances(2)]);
    world.inflict({ kind: 'instance-stop', tier: 'web' }, 100);
    world.advance(11);
    expect(states(world).sort()).toEqual(['healthy', 'unused']);
    expect(fate(ask(world))).toBe(200);
    world.advance(160);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('in a zone without a node of the load balancer', () => {
    const parts = [webInstances(2), balancer({ Subnets: [{ Ref: 'SubnetA' }] })] as const;
    expect(soon([...parts])).toEqual(['WebTargets healthy', 'WebTargets unused']);
  });

  test('where no listener leads, and is once one does', () => {
    const { Rule, ...without } = backTier();
    expect(Rule).toBeDefined();
    expect(soon([webInstances(1), without])).toEqual(['WebTargets healthy', 'BackTargets unused']);
    expect(soon([webInstances(1), listener(fixed(200))])).toEqual(['WebTargets unused']);
    const world = aWorld([webInstances(1), without]);
    world.advance(60);
    world.update(anArchitecture(webInstances(1), backTier()));
    world.advance(120);
    expect(states(world)).toEqual(['healthy', 'healthy']);
  });

  test('and nobody is checked where nobody is', () => {
    expect(soon([theEdge()])).toEqual([]);
  });
});

describe('judging one check after the other', () => {
  const thresholds = { healthyThreshold: 4, unhealthyThreshold: 3 };
  const health = anArchitecture(theEdge()).targetGroups[0]?.health;
  const after = (state: TargetState, checks: readonly boolean[], changes: object = thresholds) => {
    const target = new Target({} as Server, 0, state);
    for (const passed of checks) {
      if (health === undefined) throw new Error('the edge has no target group');
      const next = judge(target, passed, { ...health, ...changes });
      if (next !== target.state) Object.assign(target, { state: next, passes: 0, fails: 0 });
    }
    return target.state;
  };
  const [pass, fail] = [true, false];

  test.each<[TargetState, boolean[], TargetState]>([
    ['healthy', [fail, fail], 'healthy'],
    ['healthy', [fail, fail, fail], 'unhealthy'],
    ['healthy', [fail, fail, pass, fail, fail], 'healthy'],
    ['unhealthy', [pass, pass, pass], 'unhealthy'],
    ['unhealthy', [pass, pass, pass, pass], 'healthy'],
    ['unhealthy', [pass, pass, pass, fail, pass], 'unhealthy'],
    ['initial', [pass], 'healthy'],
    ['initial', [fail, fail, pass], 'healthy'],
    ['initial', [fail, fail, fail, pass], 'unhealthy'],
  ])('%s and %j is %s', (state, checks, expected) => {
    expect(after(state, checks)).toBe(expected);
  });

  test('only a whole threshold of equal results in a row changes anything', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: 2, max: 10 }), (checks, threshold) => {
        const changes = { healthyThreshold: threshold, unhealthyThreshold: threshold };
        const text = checks.map((passed) => (passed ? 'p' : 'f')).join('');
        const lastDown = text.lastIndexOf('f'.repeat(threshold));
        const lastUp = text.lastIndexOf('p'.repeat(threshold));
        expect(after('healthy', checks, changes)).toBe(lastDown > lastUp ? 'unhealthy' : 'healthy');
      }),
    );
  });
});
