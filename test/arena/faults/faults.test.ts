import fc from 'fast-check';
import { Random } from '../../../lib/arena/clock/random';
import { Link } from '../../../lib/arena/faults/link';
import { Pile } from '../../../lib/arena/faults/pile';
import { World } from '../../../lib/arena/world';
import type { Fault } from '../../../lib/core/experiments/fault';
import { aMailOrder } from '../data/mail-order';
import {
  anApplication,
  anArchitecture,
  ask,
  backTier,
  fate,
  serverIds,
  states,
  webGroup,
  webInstances,
  webService,
} from '../tiny';

type Parts = Parameters<typeof anArchitecture>;
const aWorld = (...parts: Parts) =>
  new World({ application: anApplication({ journey: ['buy'] }), architecture: anArchitecture(...parts), seed: 2 });
const shop = [webInstances(2), backTier()];
const texts = (world: World) => world.transitions().map(({ text }) => text);
const latencyMs = (world: World, path = '/page') => {
  const outcome = ask(world, path);
  return 'lost' in outcome ? Infinity : outcome.latencyMs;
};

describe('what several faults add up to', () => {
  test('is what those that last add up to, in whatever order they end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.double({ min: 0, max: 9, noNaN: true }), endsAt: fc.nat(99) })),
        (all) => {
          const pile = new Pile();
          const ends = all.map(({ value, endsAt }) => ({ endsAt, value, end: pile.add(value) }));
          const inOrder = [...ends].sort((a, b) => a.endsAt - b.endsAt);
          inOrder.forEach(({ end }, index) => {
            end();
            end();
            const left = inOrder.slice(index + 1).reduce((sum, { value }) => sum + value, 0);
            expect(pile.total).toBeCloseTo(left, 6);
          });
          expect(pile.total).toBe(0);
        },
      ),
    );
  });

  test('stress on top of stress is no more than the whole CPU, and ends one by one', () => {
    const world = aWorld(...shop);
    world.plan(() => 10);
    const p50 = (minute: number) => {
      world.advance((minute + 2) * 60);
      return world.counts(minute).p50Ms;
    };
    const before = p50(0);
    world.inflict({ kind: 'cpu-stress', tier: 'web', load: 0.4 }, 900);
    world.inflict({ kind: 'cpu-stress', tier: 'web', load: 0.9 }, 300);
    const both = p50(3);
    const one = p50(8);
    expect(both / before).toBeGreaterThan(one / before + 0.1);
    expect(one / before).toBeGreaterThan(1.1);
    expect(p50(20) / before).toBeCloseTo(1, 1);
  });
});

describe('a network interface', () => {
  test('that loses a share of its packets sends them again after 200 ms, then after twice as long', () => {
    const delays = (share: number, count: number) => {
      const link = new Link();
      const random = new Random(1, 1);
      link.lose(share);
      return Array.from({ length: count }, () => link.delay(random));
    };
    const late = delays(0.1, 20_000);
    expect(late.filter((seconds) => seconds === 0).length / 20_000).toBeCloseTo(0.9, 2);
    expect(late.filter((seconds) => seconds > 0.1 && seconds < 0.3).length / 20_000).toBeCloseTo(0.09, 2);
    expect(late.filter((seconds) => seconds > 0.5 && seconds < 0.7).length / 20_000).toBeCloseTo(0.009, 2);
    expect(delays(0, 100).every((seconds) => seconds === 0)).toBe(true);
    expect(Math.min(...delays(1, 100))).toBeGreaterThan(60);
  });

  test('whose faults have ended is as good as new', () => {
    const link = new Link();
    const ends = [link.slowDown(0.1), link.lose(0.5), link.slowDown(0.2)];
    expect(link.troubled).toBe(true);
    for (const end of ends) end();
    expect(link.troubled).toBe(false);
  });
});

describe('the fault', () => {
  test('latency makes every answer of the tier late, and its health checks too', () => {
    const world = aWorld(...shop);
    world.inflict({ kind: 'latency', tier: 'web', addedMs: 400 }, 60);
    expect(latencyMs(world)).toBeGreaterThan(400);
    expect(latencyMs(world)).toBeLessThan(600);
    world.inflict({ kind: 'latency', tier: 'web', addedMs: 6000 }, 60);
    world.advance(55);
    expect(states(world).slice(0, 2)).toEqual(['unhealthy', 'unhealthy']);
    world.advance(180);
    expect(latencyMs(world)).toBeLessThan(200);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy']);
  });

  test('latency counts once for an answer and once for each call, and leaves new servers alone', () => {
    const world = aWorld(webGroup(), backTier());
    world.inflict({ kind: 'latency', tier: 'web', addedMs: 300 }, 3600);
    expect(latencyMs(world, '/buy')).toBeGreaterThan(600);
    world.inflict({ kind: 'instance-terminate', tier: 'web' }, 1);
    world.inflict({ kind: 'instance-terminate', tier: 'web' }, 1);
    world.advance(240);
    expect(latencyMs(world)).toBeLessThan(200);
  });

  test('packet-loss makes some answers late and most not', () => {
    const world = aWorld(...shop);
    world.plan(() => 20);
    world.inflict({ kind: 'packet-loss', tier: 'web', share: 0.1 }, 300);
    world.advance(300);
    const { p50Ms, p95Ms } = world.counts(2);
    expect(p50Ms).toBeLessThan(150);
    expect(p95Ms).toBeGreaterThan(200);
  });

  test('dependency-slow makes the calls of a tier late, whoever it calls, and its own answers not', () => {
    const world = aWorld(...shop);
    world.inflict({ kind: 'dependency-slow', tier: 'web', addedMs: 500 }, 60);
    expect(latencyMs(world, '/buy')).toBeGreaterThan(500);
    expect(latencyMs(world, '/page')).toBeLessThan(200);
    expect(latencyMs(world, '/stock')).toBeLessThan(200);
    world.inflict({ kind: 'dependency-slow', tier: 'back', addedMs: 500 }, 60);
    expect(latencyMs(world, '/stock')).toBeGreaterThan(500);
  });

  test('dependency-down makes what needs a call fail, also on servers that come later', () => {
    const world = aWorld(webGroup(), backTier());
    world.inflict({ kind: 'dependency-down', tier: 'web' }, 3600);
    world.inflict({ kind: 'instance-terminate', tier: 'web' }, 1);
    world.advance(240);
    expect([fate(ask(world, '/buy')), fate(ask(world, '/buy'))]).toEqual([500, 500]);
    expect(fate(ask(world, '/page'))).toBe(200);
  });

  test('table-throttling throttles a share of the calls, most of which the retries of the SDK save', () => {
    const failed = (share: number) => {
      const world = aWorld(...shop);
      world.plan(() => 10);
      world.inflict({ kind: 'table-throttling', table: 'orders', share }, 600);
      world.advance(180);
      return world.counts(1).failed / world.counts(1).expected;
    };
    // Three attempts in a row.
    expect(failed(0.5)).toBeCloseTo(0.125, 1);
    expect(failed(1)).toBe(1);
    expect(failed(0)).toBe(0);
  });

  test('instance-hang silences an instance until it is rebooted, and an Auto Scaling group replaces it', () => {
    const single = aWorld(webInstances(1), backTier());
    single.inflict({ kind: 'instance-hang', tier: 'web' }, 600);
    expect(fate(ask(single))).toBe('timeout');
    single.advance(590);
    expect(states(single)[0]).toBe('unhealthy');
    single.advance(720);
    expect(fate(ask(single))).toBe(200);
    const group = aWorld(webGroup(), backTier());
    group.inflict({ kind: 'instance-hang', tier: 'web' }, 3600);
    group.advance(400);
    expect(serverIds(group)).toContain('Web-3');
    expect(states(group)).toEqual(['healthy', 'healthy', 'healthy']);
  });

  test('capacity-error keeps a group from replacing what it loses in that zone, and from nothing else', () => {
    const world = aWorld(webGroup({ VPCZoneIdentifier: [{ Ref: 'SubnetA' }] }), backTier());
    world.inflict({ kind: 'capacity-error', zone: 0 }, 600);
    world.inflict({ kind: 'instance-terminate', tier: 'web' }, 1);
    world.advance(500);
    expect(serverIds(world).filter((id) => id.startsWith('Web'))).toHaveLength(1);
    expect(fate(ask(world))).toBe(200);
    world.advance(1800);
    expect(serverIds(world).filter((id) => id.startsWith('Web'))).toHaveLength(2);
  });

  test('capacity-error also keeps a terminated single instance from being made again', () => {
    const world = aWorld(...shop);
    world.inflict({ kind: 'capacity-error', zone: 0 }, 600);
    world.inflict({ kind: 'instance-terminate', tier: 'back' }, 60);
    world.advance(590);
    expect(serverIds(world)).toEqual(['Web0-1', 'Web1-1']);
    world.advance(800);
    expect(serverIds(world)).toEqual(['Web0-1', 'Web1-1', 'Back-2']);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy']);
  });

  test('bad-deployment brings a revision that never works, and its end the good one', () => {
    const world = aWorld(
      webService({ DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 } }),
      backTier(),
    );
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 300);
    world.advance(250);
    expect(fate(ask(world))).not.toBe(200);
    world.advance(1500);
    expect(fate(ask(world))).toBe(200);
  });

  test.each<[Fault, string]>([
    [{ kind: 'instance-stop', tier: 'nobody' }, 'instance-stop'],
    [{ kind: 'task-stop', tier: 'web' }, 'task-stop'],
    [{ kind: 'instance-hang', tier: 'nobody' }, 'instance-hang'],
    [{ kind: 'latency', tier: 'nobody', addedMs: 1 }, 'latency'],
    [{ kind: 'dependency-down', tier: 'nobody' }, 'dependency-down'],
    [{ kind: 'bad-deployment', tier: 'nobody' }, 'bad-deployment'],
    [{ kind: 'table-throttling', table: 'nothing', share: 1 }, 'table-throttling'],
    [{ kind: 'access-lost', tier: 'nobody' }, 'access-lost'],
    [{ kind: 'nat-loss' }, 'nat-loss'],
    [{ kind: 'consumer-stop', tier: 'web' }, 'consumer-stop'],
  ])('%j without a target is noted and harmless', (fault, kind) => {
    const world = aWorld(...shop);
    world.inflict(fault, 60);
    expect(texts(world)).toEqual([`${kind} found no target`]);
    expect(fate(ask(world, '/buy'))).toBe(200);
    world.advance(120);
    expect(texts(world)).toHaveLength(1);
  });
});

test('a tier that has stopped taking messages is told apart from one that never took any', () => {
  const world = new World({ application: aMailOrder(), architecture: anArchitecture(...shop), seed: 1 });
  world.inflict({ kind: 'consumer-stop', tier: 'packer' }, 60);
  world.advance(61);
  expect(texts(world)).toEqual(['takes no more messages', 'takes messages again']);
});
