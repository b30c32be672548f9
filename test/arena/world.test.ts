import fc from 'fast-check';
import { World } from '../../lib/arena/world';
import type { Fault } from '../../lib/core/experiments/fault';
import {
  anApplication,
  anArchitecture,
  ask,
  backTier,
  fate,
  halfCpu,
  serverIds,
  states,
  webGroup,
  webInstances,
  webService,
} from './tiny';

const shop = anApplication({ journey: ['page', 'buy', 'page'] });
const settings = [
  anArchitecture(webGroup(), halfCpu, backTier()),
  anArchitecture(webInstances(2), backTier()),
  anArchitecture(webGroup({ DesiredCapacity: 4 }, { InstanceType: 't3.micro' }), backTier()),
  anArchitecture(webService(), backTier({ ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } })),
  anArchitecture(webInstances(1), {}),
];
const shopOn = (setting: number, seed = 1) =>
  new World({ application: shop, architecture: settings[setting] as (typeof settings)[number], seed });
const rounds = (world: World, count: number) => Array.from({ length: count }, (_, round) => world.counts(round));

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom<Fault[]>(
    { kind: 'instance-stop', tier: 'web' },
    { kind: 'instance-terminate', tier: 'back' },
    { kind: 'instance-terminate', tier: 'web' },
    { kind: 'task-stop', tier: 'web' },
    { kind: 'zone-outage', zone: 0 },
    { kind: 'zone-outage', zone: 1 },
    { kind: 'cpu-stress', tier: 'web', load: 0.9 },
  ),
);

describe('whatever happens to a world', () => {
  const happening = fc.record({
    after: fc.integer({ min: 1, max: 200 }),
    fault,
    forSeconds: fc.integer({ min: 1, max: 300 }),
  });
  const day = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    start: fc.nat(settings.length - 1),
    moves: fc.array(fc.nat(settings.length - 1), { maxLength: 3 }),
    happenings: fc.array(happening, { maxLength: 4 }),
  });

  test('every step is in exactly one class, and nothing stays in flight', () => {
    fc.assert(
      fc.property(day, ({ seed, start, moves, happenings }) => {
        const world = shopOn(start, seed);
        world.plan(() => 5);
        for (const [index, { after, fault: each, forSeconds }] of happenings.entries()) {
          world.advance(world.now + after);
          world.inflict(each, forSeconds);
          const move = moves[index];
          if (move !== undefined) world.update(settings[move] as (typeof settings)[number]);
        }
        world.advance(world.now + 60);
        world.plan(() => 0);
        // Between two health checks, which are in flight for a moment too.
        world.advance(world.now + 900.123);
        for (const { expected, fast, acceptable, slow, faulty, failed } of rounds(world, 40)) {
          expect(fast + acceptable + slow + faulty + failed).toBe(expected);
        }
        expect(world.inFlight).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed gives the same world, in however many pieces it is played', () => {
    fc.assert(
      fc.property(day, fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 20 }), (plan, pieces) => {
        const play = (world: World, stops: readonly number[]) => {
          world.plan(() => 5);
          const [first] = plan.happenings;
          if (first !== undefined) world.inflict(first.fault, first.forSeconds);
          for (const stop of stops) world.advance(world.now + stop);
          world.advance(900);
          return [rounds(world, 15), world.transitions(), world.resources()];
        };
        expect(play(shopOn(plan.start, plan.seed), pieces)).toEqual(play(shopOn(plan.start, plan.seed), []));
      }),
      { numRuns: 20 },
    );
  });
});

test('customers begin at the planned rate, however slowly they are answered', () => {
  const world = shopOn(0);
  world.plan((seconds) => (seconds < 60 ? 2 : 4));
  world.advance(60);
  world.inflict({ kind: 'cpu-stress', tier: 'web', load: 1 }, 60);
  world.advance(130);
  expect(world.counts(0).expected / 360).toBeCloseTo(1, 1);
  expect(world.counts(1).expected / 720).toBeCloseTo(1, 1);
});

test('steps that an earlier one prevented have failed where the journey began', () => {
  const world = shopOn(4);
  world.plan(() => 1);
  world.advance(120);
  // `page` is answered, `buy` fails because nobody sells, and the last step is never sent.
  const { expected, fast, failed } = world.counts(0);
  expect([fast / expected, failed / expected]).toEqual([expect.closeTo(1 / 3, 1), expect.closeTo(2 / 3, 1)]);
});

describe('a fault ends and leaves the world as it was found', () => {
  const up = (world: World) => world.targets().filter((target) => target.state === 'healthy').length;

  test.each<Fault>([
    { kind: 'instance-stop', tier: 'back' },
    { kind: 'instance-terminate', tier: 'back' },
    { kind: 'zone-outage', zone: 0 },
  ])('$kind', (each) => {
    const world = shopOn(1);
    const before = world.resources().map((resource) => resource.kind);
    world.advance(30);
    world.inflict(each, 120);
    expect(fate(ask(world, '/buy'))).not.toBe(200);
    world.advance(400);
    expect(up(world)).toBe(3);
    expect(fate(ask(world, '/buy'))).toBe(200);
    expect(world.resources().map((resource) => resource.kind)).toEqual(before);
  });

  test('cpu-stress', () => {
    const world = shopOn(1);
    world.plan(() => 20);
    world.advance(60);
    world.inflict({ kind: 'cpu-stress', tier: 'web', load: 1 }, 120);
    world.advance(300);
    expect(world.counts(1).p50Ms).toBeGreaterThan(1.3 * world.counts(0).p50Ms);
    expect(world.counts(4).p50Ms / world.counts(0).p50Ms).toBeCloseTo(1, 0);
  });

  test('it can be ended before its time, once', () => {
    const world = shopOn(1);
    const stop = world.inflict({ kind: 'zone-outage', zone: 0 }, 3600);
    world.advance(60);
    stop();
    stop();
    world.advance(300);
    expect(up(world)).toBe(3);
  });

  test('two outages of a zone end with the later one', () => {
    const world = shopOn(1);
    world.inflict({ kind: 'zone-outage', zone: 0 }, 100);
    world.inflict({ kind: 'zone-outage', zone: 0 }, 300);
    world.advance(250);
    expect(up(world)).toBe(1);
    world.advance(600);
    expect(up(world)).toBe(3);
  });

  test('a fault that finds no target says so, and does nothing', () => {
    const world = shopOn(1);
    world.inflict({ kind: 'task-stop', tier: 'web' }, 60);
    world.advance(60);
    expect(world.transitions().map(({ text }) => text)).toEqual(['task-stop found no target']);
  });
});

test('what is in flight on a server that dies has failed, and its later end counts for nothing', () => {
  const world = new World({
    application: anApplication({ cpuMs: 1000 }),
    architecture: anArchitecture(webInstances(1)),
    seed: 1,
  });
  const outcomes: unknown[] = [];
  world.request({ method: 'GET', path: '/page' }, 0, (outcome) => outcomes.push(fate(outcome)));
  world.advance(0.1);
  world.inflict({ kind: 'instance-stop', tier: 'web' }, 60);
  world.advance(30);
  expect(outcomes).toEqual([502]);
});

describe('repairs of single instances', () => {
  test('another type takes a stop and a start', () => {
    const world = shopOn(1);
    world.update(anArchitecture(webInstances(2, { InstanceType: 'c6i.xlarge' }), backTier()));
    const types = world.resources().flatMap((each) => (each.kind === 'instance' ? [each.type] : []));
    expect(types).toEqual(['m6i.large', 'c6i.xlarge', 'c6i.xlarge']);
    expect(states(world).sort()).toEqual(['healthy', 'initial', 'initial']);
    world.advance(90);
    expect(states(world)).toEqual(['healthy', 'healthy', 'healthy']);
  });

  test('one more instance boots, proves itself, and takes its share', () => {
    const world = new World({ application: shop, architecture: anArchitecture(webInstances(1)), seed: 1 });
    world.update(anArchitecture(webInstances(2)));
    expect(ask(world)).toMatchObject({ servedBy: 'Web0-1' });
    world.advance(120);
    const servers = [ask(world), ask(world)].map((outcome) => ('lost' in outcome ? outcome.lost : outcome.servedBy));
    expect(servers.sort()).toEqual(['Web0-1', 'Web1-1']);
  });

  test('other credits and security groups take effect at once', () => {
    const world = shopOn(1);
    const shut = { Shut: { Type: 'AWS::EC2::SecurityGroup', Properties: {} } };
    world.update(
      anArchitecture(webInstances(2, { SecurityGroupIds: [{ 'Fn::GetAtt': ['Shut', 'GroupId'] }] }), shut, backTier()),
    );
    expect(fate(ask(world))).toBe('timeout');
    world.update(settings[1] as (typeof settings)[number]);
    expect(fate(ask(world))).toBe(200);
  });
});

test('an observer lists what costs money', () => {
  const world = new World({
    application: shop,
    architecture: anArchitecture(webService({}, { Cpu: '512', Memory: '1024' }), backTier()),
    seed: 1,
  });
  expect(world.resources()).toEqual(
    expect.arrayContaining([
      { kind: 'instance', id: 'Back-1', type: 'm6i.large', zone: 0, surplusCreditsPerHour: 0 },
      { kind: 'volume', id: 'Back-1/root', type: 'gp3', gib: 8 },
      { kind: 'address', id: 'Back-1/address' },
      { kind: 'task', id: 'Web-1', processor: 'x86', vcpu: 0.5, memoryGib: 1, zone: 0 },
      { kind: 'load-balancer', id: 'Balancer', type: 'application' },
      { kind: 'table', id: 'Orders', mode: 'on-demand', readsPerHour: 0, writesPerHour: 0 },
    ]),
  );
  expect(serverIds(world)).toHaveLength(3);
});
