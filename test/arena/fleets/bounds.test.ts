import fc from 'fast-check';
import type { World } from '../../../lib/arena/world';
import type { Fault } from '../../../lib/core/experiments/fault';
import { anArchitecture, webGroup, webService } from '../tiny';
import { aWorld } from './fleet-worlds';

/** Those that take requests or will, without those on their way out. */
const present = (world: World): number => {
  const leaving = new Set(world.targets().flatMap(({ server, state }) => (state === 'draining' ? [server] : [])));
  return world.resources().filter(({ kind, id }) => (kind === 'instance' || kind === 'task') && !leaving.has(id))
    .length;
};
const zones = (world: World): number[] =>
  world.resources().flatMap((each) => (each.kind === 'instance' || each.kind === 'task' ? [each.zone] : []));

const desired = fc.integer({ min: 2, max: 6 });
const fault = fc.constantFrom<Fault>(
  { kind: 'instance-terminate', tier: 'web' },
  { kind: 'instance-hang', tier: 'web' },
  { kind: 'task-stop', tier: 'web' },
  { kind: 'zone-outage', zone: 0 },
  { kind: 'zone-outage', zone: 1 },
  { kind: 'capacity-error', zone: 1 },
  { kind: 'bad-deployment', tier: 'web' },
);
const day = fc.array(
  fc.record({
    desired,
    size: fc.constantFrom('1024', '2048'),
    fault,
    lasts: fc.integer({ min: 1, max: 400 }),
    pause: fc.integer({ min: 1, max: 300 }),
  }),
  { maxLength: 4 },
);
type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;

const group = (count: number, size: string) =>
  webGroup({ DesiredCapacity: count }, { InstanceType: size === '1024' ? 'm6i.large' : 'c6i.large' });
const service = (count: number, size: string) => webService({ DesiredCount: count }, { Cpu: size });

/** Plays a day of changes and faults, then forty minutes of calm; looks every few seconds. */
function play(make: typeof group, events: Day, look: (world: World, wanted: number) => void): World {
  const world = aWorld([make(2, '1024')]);
  let wanted = 2;
  const until = (seconds: number) => {
    while (world.now < seconds) {
      world.advance(Math.min(seconds, world.now + 11));
      look(world, wanted);
    }
  };
  for (const each of events) {
    wanted = each.desired;
    world.update(anArchitecture(make(each.desired, each.size)));
    world.inflict(each.fault, each.lasts);
    until(world.now + each.pause);
  }
  until(world.now + 2400);
  expect(present(world)).toBe(wanted);
  return world;
}

describe('whatever happens', () => {
  test('an Auto Scaling group never passes its maximum, but by one that moves between zones', () => {
    fc.assert(
      fc.property(day, (events) => {
        play(group, events, (world) => expect(present(world)).toBeLessThanOrEqual(6 + 1));
      }),
      { numRuns: 20 },
    );
  });

  test('a service never runs more than twice what is desired, the default of a deployment', () => {
    fc.assert(
      fc.property(day, (events) => {
        play(service, events, (world) => expect(present(world)).toBeLessThanOrEqual(2 * 6));
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['an Auto Scaling group', group],
    ['a service', service],
  ])('%s gets to what is desired, spread over its zones within one', (_what, make) => {
    fc.assert(
      fc.property(day, (events) => {
        const where = zones(play(make, events, () => undefined));
        const inZone = (zone: number) => where.filter((each) => each === zone).length;
        expect(Math.abs(inZone(0) - inZone(1))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['an Auto Scaling group', group],
    ['a service', service],
  ])('%s never stays below what is desired while it can launch', (_what, make) => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ desired, pause: fc.integer({ min: 1, max: 120 }) }), { maxLength: 6 }),
        (changes) => {
          const world = aWorld([make(2, '1024')]);
          for (const { desired: count, pause } of changes) {
            world.update(anArchitecture(make(count, '1024')));
            expect(present(world)).toBeGreaterThanOrEqual(count);
            world.inflict({ kind: make === group ? 'instance-terminate' : 'task-stop', tier: 'web' }, 60);
            world.advance(world.now + 10);
            expect(present(world)).toBeGreaterThanOrEqual(count);
            world.advance(world.now + pause);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
