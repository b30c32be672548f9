import { anArchitecture, states, webInstances } from '../tiny';
import { attributes, aWorld, balancer, behindShut, sendMany, shut, tallied, type Parts } from './parts';

const zonal = { 'load_balancing.cross_zone.enabled': false };
type World = ReturnType<typeof aWorld>;
/** Share of requests with this fate, of 400 over ten seconds. */
const share = (world: World, fate: number | string) =>
  (tallied(sendMany(world, 400, 10).map((each) => each.fate))[fate] ?? 0) / 400;
const served = (world: World) => tallied(sendMany(world, 400, 10).map((each) => each.servedBy));

describe('a zone that is out', () => {
  const outage = (world: World) => world.inflict({ kind: 'zone-outage', zone: 1 }, 600);

  test('takes its node of the load balancer with it, until clients have forgotten its address after a minute', () => {
    // All servers are in the other zone.
    const world = aWorld([webInstances(1)]);
    outage(world);
    expect(share(world, 200)).toBeCloseTo(0.5, 1);
    expect(share(world, 'timeout')).toBeCloseTo(0.5, 1);
    world.advance(60);
    expect(share(world, 200)).toBe(1);
  });

  test('is used again when its node has been back for a minute', () => {
    const world = aWorld([webInstances(2, {}, attributes(zonal))]);
    const end = outage(world);
    world.advance(120);
    end();
    // The zone is well again when its target is, 40 s later.
    world.advance(150);
    expect(served(world)).toEqual({ 'Web0-1': 400 });
    world.advance(240);
    expect(served(world)['Web1-1']).toBeGreaterThan(150);
  });

  test('leaves nobody to answer when it is the only one', () => {
    const world = aWorld([webInstances(2), balancer({ Subnets: [{ Ref: 'SubnetB' }] })]);
    outage(world);
    world.advance(120);
    expect(share(world, 'timeout')).toBe(1);
  });
});

describe('across zones', () => {
  test('every target gets the same, however many there are in its zone', () => {
    expect(served(aWorld([webInstances(3)]))).toEqual({ 'Web0-1': 134, 'Web1-1': 133, 'Web2-1': 133 });
  });

  test('unless the target group keeps requests in the zone of the node that took them', () => {
    const counts = served(aWorld([webInstances(3, {}, attributes(zonal))]));
    expect((counts['Web1-1'] ?? 0) / 400).toBeCloseTo(1 / 2, 1);
    expect((counts['Web0-1'] ?? 0) / 400).toBeCloseTo(1 / 4, 1);
    expect((counts['Web2-1'] ?? 0) / 400).toBeCloseTo(1 / 4, 1);
  });

  test('a group that says what the load balancer says crosses them', () => {
    const says = attributes({ 'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration' });
    expect(served(aWorld([webInstances(3, {}, says)]))['Web1-1']).toBe(133);
  });
});

describe('a zone without a healthy target, when requests stay in their zone', () => {
  const sick = (counts: Record<string, number | string | boolean> = zonal): Parts => {
    const { Web0, ...others } = webInstances(2, {}, attributes(counts));
    return [others, shut, { Web0: { Type: 'AWS::EC2::Instance', Properties: { ...Web0?.Properties, ...behindShut } } }];
  };

  test('fails open by itself, and leaves DNS: clients stay away after a minute', () => {
    const world = aWorld(sick());
    world.advance(40);
    expect(states(world).sort()).toEqual(['healthy', 'unhealthy']);
    expect(share(world, 'timeout')).toBeCloseTo(0.5, 1);
    world.advance(110);
    expect(served(world)).toEqual({ 'Web1-1': 400 });
  });

  test('stays in DNS when the target group says so', () => {
    const off = { ...zonal, 'target_group_health.dns_failover.minimum_healthy_targets.count': 'off' };
    const world = aWorld(sick(off));
    world.advance(200);
    expect(share(world, 'timeout')).toBeCloseTo(0.5, 1);
  });

  test('stays in DNS when no other zone has one either', () => {
    const world = aWorld([webInstances(2, {}, { ...attributes(zonal), HealthCheckPath: '/nowhere' })]);
    world.advance(200);
    expect(states(world)).toEqual(['unhealthy', 'unhealthy']);
    expect(served(world)['Web1-1']).toBeGreaterThan(150);
  });

  test('and none at all answers 503 until clients stay away', () => {
    const world = aWorld([webInstances(2, {}, attributes(zonal))]);
    world.update(anArchitecture(webInstances(1, {}, attributes(zonal))));
    expect(share(world, 503)).toBeCloseTo(0.5, 1);
    world.advance(80);
    expect(share(world, 200)).toBe(1);
  });
});

test('subnets that the template does not hold are taken for one zone, the first', () => {
  const world = aWorld([webInstances(2), balancer({ Subnets: ['subnet-0123', 'subnet-4567'] })]);
  world.advance(15);
  expect(states(world)).toEqual(['healthy', 'unused']);
  expect(share(world, 200)).toBe(1);
});

test('a zone that comes and goes within a minute is seen as it was a minute ago', () => {
  const world = aWorld([webInstances(1)]);
  world.inflict({ kind: 'zone-outage', zone: 1 }, 30);
  world.advance(61);
  // Clients have just learned of the outage, which is over: all is well with either list.
  expect(share(world, 200)).toBe(1);
  world.inflict({ kind: 'zone-outage', zone: 1 }, 600);
  // And have learned of its end, before they learn of the new one.
  world.advance(95);
  expect(share(world, 'timeout')).toBeCloseTo(0.5, 1);
});

test('with too few healthy targets the unhealthy ones are used as well', () => {
  const atLeast = attributes({ 'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': 2 });
  const { Web0, ...others } = webInstances(2, {}, atLeast);
  const deaf = { ...Web0?.Properties, Tags: [] };
  const world = aWorld([others, { Web0: { Type: 'AWS::EC2::Instance', Properties: deaf } }]);
  world.advance(60);
  expect(states(world).sort()).toEqual(['healthy', 'unhealthy']);
  expect(share(world, 404)).toBe(0.5);
});
