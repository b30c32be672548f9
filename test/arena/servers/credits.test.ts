import fc from 'fast-check';
import { tryInstanceType, type Burst } from '../../../lib/architecture/instance-types';
import { Credits } from '../../../lib/arena/servers/credits';
import { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, webInstances } from '../tiny';

const typeOf = (name: string) => {
  const type = tryInstanceType(name);
  if (type?.burst === undefined) throw new Error(`${name} is not burstable`);
  return { vcpus: type.vcpus, burst: type.burst };
};
const burstOf = (name: string): Burst => typeOf(name).burst;

/** An instance of a type that is used at a share of all its vCPUs for hours on end, in steps of five minutes. */
function anInstance(name: string, unlimited: boolean) {
  const { vcpus, burst } = typeOf(name);
  const credits = new Credits(burst, unlimited);
  const use = (share: number, hours: number) => {
    for (let step = 0; step < hours * 12; step++) {
      credits.account(Math.min(share, credits.throttle) * vcpus * 300, 300);
    }
    return credits;
  };
  return { credits, use };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html#earning-CPU-credits */
test.each<[name: string, perHour: number, limit: number, vcpus: number, baselinePercent: number]>([
  ['t2.nano', 3, 72, 1, 5],
  ['t2.micro', 6, 144, 1, 10],
  ['t2.small', 12, 288, 1, 20],
  ['t2.medium', 24, 576, 2, 20],
  ['t2.large', 36, 864, 2, 30],
  ['t2.xlarge', 54, 1296, 4, 22.5],
  ['t2.2xlarge', 81.6, 1958.4, 8, 17],
  ...['t3', 't3a', 't4g'].flatMap((family): [string, number, number, number, number][] => [
    [`${family}.nano`, 6, 144, 2, 5],
    [`${family}.micro`, 12, 288, 2, 10],
    [`${family}.small`, 24, 576, 2, 20],
    [`${family}.medium`, 24, 576, 2, 20],
    [`${family}.large`, 36, 864, 2, 30],
    [`${family}.xlarge`, 96, 2304, 4, 40],
    [`${family}.2xlarge`, 192, 4608, 8, 40],
  ]),
])(
  '%s earns %d credits an hour up to %d, with %d vCPUs at a baseline of %d %%',
  (name, perHour, limit, vcpus, baseline) => {
    const { burst, vcpus: own } = typeOf(name);
    expect([burst.creditsPerHour, own, burst.baseline * 100]).toEqual([perHour, vcpus, expect.closeTo(baseline, 5)]);
    expect(burst.maxCredits).toBeCloseTo(limit, 5);
    const credits = new Credits(burst, false, 5);
    credits.account(burst.baseline * vcpus * 3600, 3600);
    expect(credits.balance).toBeCloseTo(5 + burst.launchCredits, 5);
  },
);

test.each([
  ['one vCPU at full use for one minute', 60],
  ['one vCPU at half use for two minutes', 0.5 * 120],
  ['two vCPUs at a quarter for two minutes', 2 * 0.25 * 120],
])('one credit pays for %s', (_use, vcpuSeconds) => {
  const credits = new Credits(burstOf('t3.micro'), false, 10);
  credits.account(vcpuSeconds, 120);
  // Meanwhile it earns 12 an hour.
  expect(credits.balance).toBeCloseTo(9 + 0.4);
});

describe('balances are those of the worked examples in the user guide', () => {
  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/standard-mode-examples.html#t3_standard_example */
  test('T3 standard: a t3.nano saves 144, spends 57.6 of them above its baseline, and bursts until none is left', () => {
    const { use } = anInstance('t3.nano', false);
    expect(use(0, 24).balance).toBeCloseTo(144);
    expect(use(0.025, 12).balance).toBeCloseTo(144);
    expect(use(0.07, 24).balance).toBeCloseTo(86.4);
    expect(use(0.025, 12).balance).toBeCloseTo(122.4);
    // Ours slows down gradually before the end, as AWS's does, so a trace is left.
    const spent = use(1, 2);
    expect(spent.balance).toBeLessThan(1);
    expect(spent.throttle).toBeCloseTo(0.05, 1);
    const atBaseline = spent.balance;
    expect(use(0.05, 14).balance).toBeCloseTo(atBaseline);
    expect(use(0, 24).balance).toBeCloseTo(144);
    expect(spent.charged).toBe(0);
  });

  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/standard-mode-examples.html#t2-standard-example */
  test('T2 standard: 30 launch credits come on top of the limit, are spent first, and do not come again', () => {
    const { use } = anInstance('t2.nano', false);
    expect(use(0, 14).balance).toBeCloseTo(72);
    expect(use(0, 10).balance).toBeCloseTo(102);
    expect(use(0, 12).balance).toBeCloseTo(102);
    expect(use(0.02, 25).balance).toBeCloseTo(72);
    expect(use(0.02, 11).balance).toBeCloseTo(72);
    expect(use(0.2, 3).balance).toBeCloseTo(45);
    expect(use(0.02, 15).balance).toBeCloseTo(72);
    expect(use(0, 6).balance).toBeCloseTo(72);
  });

  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/unlimited-mode-examples.html#t3_unlimited_example */
  test('T3 unlimited: 448 surplus credits are spent in a burst of five hours, 304 of them are charged, 144 earned back', () => {
    const { use } = anInstance('t3.nano', true);
    use(0, 24);
    use(0.025, 12);
    expect(use(0.07, 24).balance).toBeCloseTo(86.4);
    expect(use(0.025, 12).balance).toBeCloseTo(122.4);
    const burst = use(1, 5);
    expect([burst.balance, burst.surplusBalance]).toEqual([0, 144]);
    // 570 - 122.4 - 144; the guide rounds the balance to 122.
    expect(burst.charged).toBeCloseTo(303.6);
    expect(use(0.05, 13).surplusBalance).toBeCloseTo(144);
    const idle = use(0, 24);
    expect([idle.balance, idle.surplusBalance]).toEqual([expect.closeTo(0), expect.closeTo(0)]);
    expect(idle.charged).toBeCloseTo(303.6);
  });

  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/unlimited-mode-examples.html#t2_unlimited_example */
  test('T2 unlimited: a t2.nano at full use from a full balance pays for about 25 credits after 160 minutes', () => {
    const credits = new Credits(burstOf('t2.nano'), true, 72);
    expect(credits.balance).toBe(72);
    // The graph's balance is empty after 67 minutes and what a day earns is borrowed 68 minutes later, at a little over full use.
    for (let minute = 0; minute < 160; minute++) credits.account(67, 60);
    expect(credits.surplusBalance).toBe(72);
    expect(credits.charged).toBeGreaterThan(23);
    expect(credits.charged).toBeLessThan(29);
    for (let hour = 0; hour < 24; hour++) credits.account(0, 3600);
    expect([credits.balance, credits.surplusBalance]).toEqual([0, 0]);
    credits.account(0, 300);
    expect(credits.balance).toBeCloseTo(0.25);
  });

  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-standard-mode-concepts.html#launch-credits */
  test('T2 standard: an idle t2.micro has 174 after a day', () => {
    expect(anInstance('t2.micro', false).use(0, 24).balance).toBeCloseTo(174);
  });
});

describe('a standard instance', () => {
  test('out of credits is held to its baseline until it has earned some', () => {
    const credits = new Credits(burstOf('t3.micro'), false);
    expect(credits.throttle).toBe(0.1);
    for (let hour = 0; hour < 2; hour++) credits.account(0, 3600);
    expect(credits.throttle).toBe(1);
  });

  test('slows down gradually, within a quarter of an hour, when its credits end', () => {
    const { credits } = anInstance('t3.micro', false);
    credits.account(0, 24 * 3600);
    const speeds = [];
    for (let minute = 0; minute < 600 && credits.throttle > 0.15; minute++) {
      credits.account(credits.throttle * 120, 60);
      speeds.push(credits.throttle);
    }
    const slowing = speeds.filter((speed) => speed < 1);
    expect(slowing.length).toBeGreaterThan(10);
    expect(slowing.length).toBeLessThan(20);
    expect(Math.max(...slowing.map((speed, index) => (slowing[index - 1] ?? 1) - speed))).toBeLessThan(0.2);
  });
});

describe('what was borrowed', () => {
  const borrowed = (name: string) => {
    const credits = new Credits(burstOf(name), true);
    credits.account(3600, 1800);
    return credits;
  };
  const earnedMeanwhile = 3;

  test('is charged when the instance stops, and when it becomes standard', () => {
    const stopped = borrowed('t3.nano');
    expect([stopped.surplusBalance, stopped.charged]).toEqual([60 - earnedMeanwhile, 0]);
    stopped.stop();
    expect([stopped.surplusBalance, stopped.charged]).toEqual([0, 60 - earnedMeanwhile]);
    const switched = borrowed('t3.nano');
    switched.unlimited = false;
    expect([switched.surplusBalance, switched.charged]).toEqual([0, 60 - earnedMeanwhile]);
  });

  test('shows in the observed spend as what is charged, no more and no less, when it is charged', () => {
    const credits = borrowed('t3.nano');
    expect(credits.surplusPerHour).toBe(0);
    credits.stop();
    let observed = 0;
    for (let second = 0; second < 3600; second++) {
      observed += credits.surplusPerHour / 3600;
      credits.fade(1);
    }
    expect(observed / credits.charged).toBeCloseTo(1, 2);
  });

  test('beyond what a day earns costs as it is spent', () => {
    const { use } = anInstance('t3.micro', true);
    expect(use(1, 2).surplusPerHour).toBe(0);
    // Two vCPUs use 120 credits an hour, 12 of which are earned; 288 may be borrowed.
    expect(use(1, 2).surplusPerHour / 108).toBeCloseTo(1, 0);
  });
});

test('a T2 loses its balance when it stops and gets launch credits when it starts, the others keep theirs', () => {
  const after = (name: string) => {
    const { use } = anInstance(name, false);
    const credits = use(0, 10);
    credits.stop();
    credits.start();
    return credits.balance;
  };
  expect(after('t2.micro')).toBe(30);
  expect(after('t3.micro')).toBeCloseTo(120);
  expect(after('t4g.nano')).toBeCloseTo(60);
});

test('launch credits are lost on the way to unlimited, earned ones are not, and switching back gives none', () => {
  const credits = anInstance('t2.micro', false).use(0, 10);
  expect(credits.balance).toBeCloseTo(90);
  credits.unlimited = true;
  expect(credits.balance).toBeCloseTo(60);
  credits.unlimited = false;
  expect(credits.balance).toBeCloseTo(60);
});

test('whatever an instance does, it has used what it earned, saved less, borrowed more and paid for', () => {
  const phase = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    minutes: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom('t3.nano', 't3.large', 't4g.small'),
      fc.array(phase, { maxLength: 20 }),
      (name, phases) => {
        const { vcpus, burst } = typeOf(name);
        const credits = new Credits(burst, true, 20);
        let [used, earned] = [0, 20];
        for (const { share, minutes } of phases) {
          for (let minute = 0; minute < minutes; minute++) {
            credits.account(share * vcpus * 60, 60);
            used += share * vcpus;
            earned += burst.creditsPerHour / 60;
          }
        }
        const discarded = earned + credits.surplusBalance + credits.charged - used - credits.balance;
        expect(discarded).toBeGreaterThan(-1e-6);
        expect(credits.surplusBalance).toBeLessThanOrEqual(burst.maxCredits);
        if (credits.balance > 0) expect(credits.surplusBalance).toBe(0);
        // Nothing is thrown away before the limit was reached.
        if (earned <= burst.maxCredits) expect(discarded).toBeCloseTo(0);
      },
    ),
  );
});

describe('under load', () => {
  const burning = (type: string, credits: string, hours: number) => {
    const world = new World({
      application: anApplication(),
      architecture: anArchitecture(
        webInstances(1, { InstanceType: type, CreditSpecification: { CPUCredits: credits } }),
      ),
      seed: 3,
    });
    world.plan(() => 50);
    world.advance(hours * 3600);
    return world;
  };
  const fastShare = (world: World, round: number) => world.counts(round).fast / world.counts(round).expected;

  test('a standard instance becomes slow when its credits are spent', () => {
    const world = burning('t3.micro', 'standard', 0.5);
    expect(fastShare(world, 1)).toBeGreaterThan(0.95);
    expect(world.counts(28).failed / world.counts(28).expected).toBeGreaterThan(0.8);
  });

  test('an unlimited one stays fast, and costs extra when a day’s credits are borrowed', () => {
    const surplus = (world: World) => {
      const instance = world.resources().find((each) => each.kind === 'instance');
      return instance?.kind === 'instance' ? instance.surplusCreditsPerHour : undefined;
    };
    const world = burning('t3.nano', 'unlimited', 1);
    expect(fastShare(world, 28)).toBeGreaterThan(0.95);
    expect(surplus(world)).toBe(0);
    world.advance(3 * 3600);
    expect(fastShare(world, 170)).toBeGreaterThan(0.95);
    expect(surplus(world)).toBeGreaterThan(30);
  });

  test('an instance that is no more still pays for what it borrowed, and for nothing else', () => {
    const world = burning('t3.nano', 'unlimited', 1);
    world.plan(() => 0);
    world.inflict({ kind: 'instance-terminate', tier: 'web' }, 24 * 3600);
    let observed = 0;
    for (let minute = 0; minute < 60; minute++) {
      for (const each of world.resources()) if (each.kind === 'surplus-credits') observed += each.perHour / 60;
      world.advance(world.now + 60);
    }
    // Most of an hour of two vCPUs, of which it had earned 12 in this hour and the one before.
    expect(observed).toBeGreaterThan(60);
    expect(observed).toBeLessThan(108);
    expect(world.resources().map((each) => each.kind)).toEqual(['load-balancer', 'address', 'address']);
  });
});
