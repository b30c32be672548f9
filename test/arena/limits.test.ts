import type { Burst } from '../../lib/architecture/instance-types';
import { tryInstanceType } from '../../lib/architecture/instance-types';
import { Credits } from '../../lib/arena/servers/credits';
import { TableThroughput } from '../../lib/arena/table';
import { World } from '../../lib/arena/world';
import { anApplication, anArchitecture, ask, backTier, fate, webInstances, webService } from './tiny';

const burstOf = (type: string): Burst => {
  const burst = tryInstanceType(type)?.burst;
  if (burst === undefined) throw new Error(`${type} is not burstable`);
  return burst;
};

describe('CPU credits', () => {
  test.each([
    ['one vCPU at full use for one minute', 60],
    ['one vCPU at half use for two minutes', 0.5 * 120],
    ['two vCPUs at a quarter for two minutes', 2 * 0.25 * 120],
  ])('one credit pays for %s', (_use, vcpuSeconds) => {
    const credits = new Credits({ ...burstOf('t3.micro'), creditsPerHour: 0 }, false, 10);
    credits.account(vcpuSeconds, 120);
    expect(credits.balance).toBeCloseTo(9);
  });

  test.each(['t3.micro', 't3.medium', 't3.2xlarge', 't2.small', 't4g.large'])(
    'use at the baseline of a %s neither saves nor spends',
    (type) => {
      const { vcpus = 0 } = tryInstanceType(type) ?? {};
      const credits = new Credits(burstOf(type), false, 5);
      credits.account(burstOf(type).baseline * vcpus * 3600, 3600);
      expect(credits.balance).toBeCloseTo(5);
    },
  );

  test('no more is saved than a day earns', () => {
    const credits = new Credits(burstOf('t3.micro'), false, 0);
    credits.account(0, 40 * 3600);
    expect(credits.balance).toBe(288);
  });

  test('a standard instance out of credits is held to its baseline until it has earned some', () => {
    const credits = new Credits(burstOf('t3.micro'), false, 1);
    credits.account(120, 60);
    expect(credits.throttle).toBe(0.1);
    credits.account(0, 60);
    expect(credits.throttle).toBe(1);
  });

  test('an unlimited one stays fast, and pays', () => {
    const credits = new Credits(burstOf('t3.micro'), true, 0);
    for (let i = 0; i < 1000; i++) credits.account(10, 5);
    expect(credits.throttle).toBe(1);
    // Two vCPUs use 120 credits an hour, 12 of which are earned.
    expect(credits.surplusPerHour).toBeCloseTo(108, 0);
  });

  const burning = (credits: string) => {
    const world = new World({
      application: anApplication(),
      architecture: anArchitecture(
        webInstances(1, { InstanceType: 't3.micro', CreditSpecification: { CPUCredits: credits } }),
      ),
      seed: 3,
    });
    world.plan(() => 50);
    world.advance(1800);
    return world;
  };

  test('under load a standard instance becomes slow when its credits are spent', () => {
    const world = burning('standard');
    expect(world.counts(1).fast / world.counts(1).expected).toBeGreaterThan(0.95);
    expect(world.counts(28).failed / world.counts(28).expected).toBeGreaterThan(0.8);
  });

  test('under load an unlimited one shows what it costs', () => {
    const world = burning('unlimited');
    expect(world.counts(28).fast / world.counts(28).expected).toBeGreaterThan(0.95);
    const instance = world.resources().find((each) => each.kind === 'instance');
    expect(instance?.kind === 'instance' && instance.surplusCreditsPerHour).toBeGreaterThan(30);
  });
});

describe('a table', () => {
  const provisioned = (units: number) => ({
    id: 'T',
    tier: 'orders',
    provisioned: { readUnits: units, writeUnits: units },
  });
  const served = (table: TableThroughput, perSecond: number, from: number, seconds: number) => {
    let count = 0;
    for (let i = 0; i < perSecond * seconds; i++) if (table.take(from + i / perSecond, 0, 1)) count += 1;
    return count;
  };

  test('serves a burst out of what was not used in the last five minutes, then its rate', () => {
    const table = new TableThroughput(provisioned(2));
    // Saved up are 600 units, and two come every second.
    expect(served(table, 10, 0, 60)).toBe(600);
    expect(served(table, 10, 60, 30)).toBeGreaterThan(170);
    expect(served(table, 10, 100, 100)).toBeLessThanOrEqual(220);
  });

  test('serves everything on demand', () => {
    expect(served(new TableThroughput({ id: 'T', tier: 'orders', provisioned: undefined }), 1000, 0, 10)).toBe(10_000);
  });

  test('that gets more units serves more at once, without a saved-up burst', () => {
    const table = new TableThroughput(provisioned(1));
    served(table, 100, 0, 10);
    table.configure(provisioned(50), 10);
    expect(table.take(10, 0, 1)).toBe(false);
    expect(served(table, 100, 10, 10)).toBeGreaterThan(490);
    expect(table.usePerHour()).toEqual({ reads: 0, writes: 0 });
  });

  test('that throttles makes the application fail after its retries', () => {
    const parts = (units: number) => [
      webInstances(1),
      backTier({ ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: units } }),
    ];
    const world = new World({
      application: anApplication({ journey: ['buy'] }),
      architecture: anArchitecture(...parts(1)),
      seed: 3,
    });
    // Two a second too many: the burst of 300 is used up after 100 s.
    world.plan(() => 4);
    world.advance(600);
    expect(world.counts(0).failed).toBe(0);
    expect(world.counts(8).failed / world.counts(8).expected).toBeGreaterThan(0.5);
    world.update(anArchitecture(...parts(100)));
    world.advance(720);
    expect(world.counts(11).failed).toBe(0);
  });

  test('on demand tells how much it is used', () => {
    const world = new World({
      application: anApplication({ journey: ['buy'] }),
      architecture: anArchitecture(webInstances(1), backTier()),
      seed: 3,
    });
    world.plan(() => 10);
    world.advance(900);
    const table = world.resources().find((each) => each.kind === 'table');
    expect(table).toMatchObject({ mode: 'on-demand', readsPerHour: 0 });
    const writes = table?.kind === 'table' && table.mode === 'on-demand' ? table.writesPerHour : 0;
    expect(writes / 36_000).toBeCloseTo(1, 1);
  });
});

describe('memory', () => {
  const leaky = anApplication({ tier: { leakPerRequestKib: 1024 } });

  test('that leaks away makes an instance hang: it accepts and never answers, but for paths that need no work', () => {
    const world = new World({
      application: leaky,
      architecture: anArchitecture(webInstances(1, { InstanceType: 't3.micro' })),
      seed: 1,
    });
    world.plan(() => 10);
    world.advance(60);
    expect(world.counts(0).failed).toBe(0);
    world.advance(180);
    expect(fate(ask(world))).toBe('timeout');
    expect(fate(ask(world, '/ok'))).toBe(200);
  });

  test('that is too small for what is in flight kills a task under load only', () => {
    const big = anApplication({ tier: { memoryPerRequestKib: 4096 } });
    const kills = (perSecond: number) => {
      const world = new World({
        application: big,
        architecture: anArchitecture(webService({}, { Memory: '256' })),
        seed: 1,
      });
      world.plan(() => perSecond);
      world.advance(600);
      return world.transitions().filter((each) => each.text.startsWith('was killed')).length;
    };
    expect(kills(20)).toBe(0);
    expect(kills(120)).toBeGreaterThan(2);
  });
});
