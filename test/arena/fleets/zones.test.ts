import { emptiest, imbalance, leastWanted } from '../../../lib/arena/fleets/zones';
import type { Member } from '../../../lib/arena/fleets/member';
import { anArchitecture, serverIds, webGroup, webService } from '../tiny';
import { aWorld, count, sizes, zones } from './fleet-worlds';

describe('an Auto Scaling group', () => {
  test('spreads over a zone that it gets, and over one that comes back', () => {
    const one = webGroup({ VPCZoneIdentifier: [{ Ref: 'SubnetA' }] });
    const world = aWorld([one]);
    expect(zones(world)).toEqual([0, 0]);
    world.update(anArchitecture(webGroup()));
    world.advance(300);
    expect(zones(world).sort()).toEqual([0, 1]);
    world.inflict({ kind: 'zone-outage', zone: 1 }, 600);
    world.advance(890);
    expect(zones(world)).toEqual([0, 0]);
    world.advance(1500);
    expect(zones(world).sort()).toEqual([0, 1]);
  });

  test('launches in the new zone before it terminates in the fuller one, even at its maximum', () => {
    const world = aWorld([webGroup({ MaxSize: 2 })]);
    world.inflict({ kind: 'zone-outage', zone: 1 }, 600);
    world.advance(595);
    expect(zones(world)).toEqual([0, 0]);
    expect(sizes(world, 1200)).toEqual({ most: 3, fewest: 2 });
    expect(zones(world).sort()).toEqual([0, 1]);
  });

  test('launches in another zone where one has no capacity', () => {
    const world = aWorld([webGroup()]);
    world.inflict({ kind: 'capacity-error', zone: 0 }, 3600);
    world.update(anArchitecture(webGroup({ DesiredCapacity: 4 })));
    expect(zones(world).sort()).toEqual([0, 1, 1, 1]);
  });

  test('that finds no zone with capacity tries less and less often, and says so once', () => {
    const world = aWorld([webGroup()]);
    for (const zone of [0, 1]) world.inflict({ kind: 'capacity-error', zone }, 700);
    world.inflict({ kind: 'instance-terminate', tier: 'web' }, 60);
    world.advance(700);
    expect(count(world, 'cannot launch')).toBe(1);
    expect(serverIds(world)).toHaveLength(1);
    // Tried after 30, 60, 120, 240 and 300 s.
    world.advance(740);
    expect(serverIds(world)).toHaveLength(1);
    world.advance(770);
    expect(serverIds(world)).toHaveLength(2);
  });
});

describe('a service', () => {
  const outage = (changes: Record<string, unknown>) => {
    const world = aWorld([webService(changes)]);
    world.inflict({ kind: 'zone-outage', zone: 1 }, 300);
    world.advance(290);
    expect(zones(world)).toEqual([0, 0]);
    world.advance(900);
    return zones(world).sort();
  };

  test('goes back to a zone that has come back', () => {
    expect(outage({})).toEqual([0, 1]);
  });

  test('stays where it is when it does not rebalance, or may not run a task more for it', () => {
    expect(outage({ AvailabilityZoneRebalancing: 'DISABLED' })).toEqual([0, 0]);
    expect(outage({ DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 100 } })).toEqual([0, 0]);
  });
});

describe('of several', () => {
  const place = (zone: number) => ({ subnet: `${zone}`, zone, publicAddress: false, cidr: undefined });
  const members = (...zonesOf: number[]) =>
    zonesOf.map((zone, index) => ({ server: { id: index, place: place(zone) } }) as unknown as Member);

  test('the zone with fewest takes the next one', () => {
    expect(emptiest([place(0), place(1), place(2)], members(0, 0, 1, 2, 2))?.zone).toBe(1);
    expect(emptiest([], [])).toBeUndefined();
    expect(imbalance([place(0), place(1), place(2)], members(0, 0, 1))).toBe(2);
  });

  test.each([
    ['one of the fullest zone goes first, the oldest', [0, 1, 1, 0, 1], [], 1],
    ['there, one of an old launch template', [0, 1, 1, 0, 1], [4], 4],
    ['but not one of an old launch template in an emptier zone', [0, 1, 1, 0, 1], [0], 1],
    ['where zones are alike, one of an old launch template', [0, 1, 0, 1], [3], 3],
  ])('%s', (_rule, zonesOf, outdated, first) => {
    const all = members(...zonesOf);
    const chosen = leastWanted(all, (member) => outdated.includes(member.server.id as unknown as number));
    expect(chosen.server.id).toBe(first);
  });
});
