import fc from 'fast-check';
import { World } from '../../../lib/arena/world';
import type { Fault } from '../../../lib/core/experiments/fault';
import { aMailOrder, aQueue, packers } from '../data/mail-order';
import { anArchitecture, ask, backTier, fate, halfCpu, webGroup, webInstances, webService } from '../tiny';
import { aVpc } from '../vpc';

const tier = fc.constantFrom('web', 'back', 'packer', 'nobody');
const zone = fc.constantFrom(0, 1);
const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      ...([
        'instance-stop',
        'instance-terminate',
        'instance-hang',
        'task-stop',
        'dependency-down',
        'bad-deployment',
        'access-lost',
        'consumer-stop',
        'sync-stop',
      ] as const),
    ),
    tier,
  }),
  fc.record({ kind: fc.constantFrom(...(['zone-outage', 'capacity-error'] as const)), zone }),
  fc.record({ kind: fc.constant('cpu-stress' as const), tier, load: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constantFrom(...(['latency', 'dependency-slow'] as const)),
    tier,
    addedMs: fc.integer({ min: 0, max: 5000 }),
  }),
  fc.record({ kind: fc.constant('packet-loss' as const), tier, share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('table-throttling' as const),
    table: fc.constantFrom('orders', 'nothing'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.constant<Fault>({ kind: 'nat-loss' }),
);

const happening = fc.record({
  after: fc.integer({ min: 0, max: 120 }),
  fault: anyFault,
  forSeconds: fc.integer({ min: 1, max: 400 }),
});

const network = (AssignPublicIp: string, ...subnets: string[]) => ({
  NetworkConfiguration: {
    AwsvpcConfiguration: {
      AssignPublicIp,
      Subnets: subnets.map((id) => ({ Ref: id })),
      SecurityGroups: [{ 'Fn::GetAtt': ['Open', 'GroupId'] }],
    },
  },
});
const common = [aVpc(), backTier(), aQueue(), packers(2, network('DISABLED', 'InnerA', 'InnerB'))];
const stacks = {
  'single instances': anArchitecture(webInstances(2), ...common),
  'an Auto Scaling group': anArchitecture(webGroup(), halfCpu, ...common),
  'a service': anArchitecture(webService(network('ENABLED', 'SubnetA', 'SubnetB')), ...common),
};

/** What is there, without numbers: replaced servers have others. */
const inventory = (world: World) =>
  world
    .resources()
    .map((resource) => `${resource.kind} ${resource.id.replace(/-\d+/, '')}`)
    .sort();

describe.each(Object.entries(stacks))('faults, once all of them have ended, leave %s', (_name, architecture) => {
  test('as healthy, as fast and as large as before', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 1e6 }),
        (all, seed) => {
          const world = new World({ application: aMailOrder({ journey: ['page', 'order'] }), architecture, seed });
          const before = inventory(world);
          world.plan(() => 1);
          for (const { after, fault, forSeconds } of all) {
            world.advance(world.now + after);
            world.inflict(fault, forSeconds);
          }
          // The longest fault, a wait between launches that failed, and the slow scaling in.
          world.advance(world.now + 400 + 3600);
          const round = Math.floor(world.now / 60) - 2;
          expect(world.targets().map(({ state }) => state)).toEqual(world.targets().map(() => 'healthy'));
          expect(inventory(world)).toEqual(before);
          expect(world.counts(round).fast).toBe(world.counts(round).expected);
          expect(world.queues()[0]?.oldestAgeSeconds).toBeLessThan(5);
          for (const path of ['/page', '/buy', '/stock', '/order']) expect(fate(ask(world, path))).toBe(200);
        },
      ),
      { numRuns: 8 },
    );
  });
});
