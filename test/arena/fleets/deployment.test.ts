import fc from 'fast-check';
import { begin, count as counted, failureThreshold, isHopeless } from '../../../lib/arena/fleets/deployment';
import { anApplication, anArchitecture, serverIds, states, webService } from '../tiny';
import { aWorld, count, failures, sizes, texts } from './fleet-worlds';

type Properties = Record<string, unknown>;
const between = (MinimumHealthyPercent: number, MaximumPercent: number, breaker?: Properties): Properties => ({
  DeploymentConfiguration: { MinimumHealthyPercent, MaximumPercent, DeploymentCircuitBreaker: breaker },
});
const healthy = (world: ReturnType<typeof aWorld>) => states(world).filter((state) => state === 'healthy').length;
const breaker = { Enable: true, Rollback: true };

describe('a deployment', () => {
  test('fails no request, and runs no more tasks than the maximum', () => {
    const world = aWorld([webService()]);
    world.plan(() => 20);
    world.update(anArchitecture(webService({}, { Cpu: '2048', Memory: '4096' })));
    expect(sizes(world, 300)).toEqual({ most: 4, fewest: 2 });
    expect(serverIds(world)).toEqual(['Web-3', 'Web-4']);
    world.plan(() => 0);
    world.advance(360);
    expect(failures(world, 6)).toBe(0);
  });

  test.each([
    ['old tasks go first where none has to work and no more may run', between(0, 100), { most: 4, fewest: 0 }, 0],
    ['half of them go at a time where half have to work', between(50, 100), { most: 4, fewest: 2 }, 2],
    ['new ones come in small numbers where few more may run', between(100, 125), { most: 5, fewest: 4 }, 4],
    ['all new ones come at once where twice as many may run', between(100, 200), { most: 8, fewest: 4 }, 4],
  ])('%s', (_rule, changes, seen, fewestHealthy) => {
    const world = aWorld([webService({ DesiredCount: 4, ...changes })]);
    world.update(anArchitecture(webService({ DesiredCount: 4, ...changes }, { Cpu: '2048' })));
    let least = Infinity;
    let [most, fewest] = [0, Infinity];
    while (world.now < 600) {
      world.advance(world.now + 1);
      least = Math.min(least, healthy(world));
      // Those that drain are on their way out.
      const present = world.targets().filter(({ state }) => state !== 'draining').length;
      [most, fewest] = [Math.max(most, present), Math.min(fewest, present)];
    }
    expect(least).toBe(fewestHealthy);
    expect(most).toBeLessThanOrEqual(seen.most);
    expect(fewest).toBeGreaterThanOrEqual(seen.fewest);
    expect(serverIds(world)).toHaveLength(4);
    for (const old of ['Web-1', 'Web-2', 'Web-3', 'Web-4']) expect(serverIds(world)).not.toContain(old);
  });

  test('that may neither stop nor start a task never gets anywhere', () => {
    const world = aWorld([webService(between(100, 100))]);
    world.update(anArchitecture(webService(between(100, 100), { Cpu: '2048' })));
    world.advance(1800);
    expect(serverIds(world)).toEqual(['Web-1', 'Web-2']);
  });

  test('follows a change of the network', () => {
    const world = aWorld([webService()]);
    const NetworkConfiguration = { AwsvpcConfiguration: { Subnets: [{ Ref: 'SubnetA' }] } };
    const group = { SecurityGroups: [{ 'Fn::GetAtt': ['Open', 'GroupId'] }] };
    Object.assign(NetworkConfiguration.AwsvpcConfiguration, group);
    world.update(anArchitecture(webService({ NetworkConfiguration })));
    world.advance(300);
    expect(serverIds(world)).toEqual(['Web-3', 'Web-4']);
  });

  test('of a task that was stopped meanwhile brings its own revision back, as long as it has to work', () => {
    const world = aWorld([webService({ DesiredCount: 4, ...between(100, 200) })]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    world.advance(60);
    world.inflict({ kind: 'task-stop', tier: 'web' }, 60);
    world.advance(300);
    expect(healthy(world)).toBe(4);
  });
});

describe('a deployment whose program ends right after its start', () => {
  test('goes on for ever without a circuit breaker, while the old tasks serve', () => {
    const world = aWorld([webService()]);
    world.plan(() => 20);
    const end = world.inflict({ kind: 'bad-deployment', tier: 'web' }, 7200);
    world.advance(1800);
    expect(count(world, 'ended: its program')).toBeGreaterThan(40);
    expect(failures(world, 29)).toBe(0);
    end();
    world.advance(1900);
    expect(serverIds(world)).toEqual(['Web-1', 'Web-2']);
  });

  test('takes everything down where the old tasks go first, until it is rolled back', () => {
    const world = aWorld([webService(between(0, 100))]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 900);
    world.advance(890);
    expect(healthy(world)).toBe(0);
    world.advance(1000);
    expect(healthy(world)).toBe(2);
  });

  test('is rolled back by a circuit breaker after three failed tasks', () => {
    const world = aWorld([webService(between(0, 100, breaker))]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    world.advance(300);
    expect(texts(world)).toContain('rolls back');
    expect(count(world, 'ended: its program')).toBe(4);
    expect(healthy(world)).toBe(2);
    world.advance(3700);
    expect(healthy(world)).toBe(2);
  });

  test('is not rolled back to what is being rolled back to', () => {
    const world = aWorld([webService(between(0, 100, breaker))]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    while (count(world, 'rolls back') === 0 && world.now < 600) world.advance(world.now + 1);
    world.update(anArchitecture(webService(between(0, 100, breaker), { Memory: '64' })));
    world.advance(1200);
    expect([count(world, 'gives its deployment up'), count(world, 'rolls back'), healthy(world)]).toEqual([2, 1, 0]);
    world.update(anArchitecture(webService(between(0, 100, breaker))));
    world.advance(1500);
    expect(healthy(world)).toBe(2);
  });

  test('is only given up by a circuit breaker that does not roll back', () => {
    const world = aWorld([webService(between(50, 100, { Enable: true }))]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    world.advance(1800);
    expect(count(world, 'gives its deployment up')).toBe(1);
    expect(texts(world)).not.toContain('rolls back');
    expect(healthy(world)).toBe(1);
    expect(count(world, 'ended: its program')).toBe(3);
    world.advance(3800);
    expect(healthy(world)).toBe(2);
  });

  test('is over as soon as another task definition is deployed', () => {
    const world = aWorld([webService(between(0, 100))]);
    world.inflict({ kind: 'bad-deployment', tier: 'web' }, 3600);
    world.advance(300);
    world.update(anArchitecture(webService(between(0, 100), { Cpu: '2048' })));
    world.advance(420);
    expect(healthy(world)).toBe(2);
    world.advance(3900);
    expect(healthy(world)).toBe(2);
  });
});

test('tasks that worked and end later are no failures of their deployment', () => {
  const changes = {
    DesiredCount: 6,
    HealthCheckGracePeriodSeconds: 120,
    ...between(100, 117, { ...breaker, ResetOnHealthyTask: false }),
  };
  const world = aWorld([webService(changes)], anApplication({ tier: { startSeconds: 60 } }));
  world.update(anArchitecture(webService(changes, { Cpu: '2048' })));
  for (let stops = 0; stops < 12; stops++) {
    world.advance(400 + 40 * stops);
    world.inflict({ kind: 'task-stop', tier: 'web' }, 1);
  }
  expect(count(world, 'gives its deployment up')).toBe(0);
  world.advance(1800);
  expect(healthy(world)).toBe(6);
  expect(world.resources()).toContainEqual(expect.objectContaining({ kind: 'task', vcpu: 2 }));
});

describe('a task definition that does not fit its memory', () => {
  test('is rolled back like any other failing deployment, and another one is deployed', () => {
    const world = aWorld([webService(between(100, 200, breaker))]);
    world.update(anArchitecture(webService(between(100, 200, breaker), { Memory: '64' })));
    world.advance(600);
    expect(serverIds(world)).toEqual(['Web-1', 'Web-2']);
    expect(texts(world)).toContain('rolls back');
    world.update(anArchitecture(webService(between(100, 200, breaker), { Memory: '4096' })));
    world.advance(900);
    expect(healthy(world)).toBe(2);
    expect(serverIds(world)).not.toContain('Web-1');
  });
});

describe('a circuit breaker', () => {
  const of = (unit: 'bounded-percent' | 'percent' | 'count', value: number) => ({
    rollback: true,
    resets: true,
    threshold: { unit, value },
  });

  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
  test.each([
    [1, 3],
    [5, 3],
    [25, 13],
    [400, 200],
    [800, 200],
  ])('of a service of %i tasks opens after %i failures', (desired, threshold) => {
    expect(failureThreshold(of('bounded-percent', 50), desired)).toBe(threshold);
  });

  test('may count tasks, or be without bounds', () => {
    expect(failureThreshold(of('count', 7), 100)).toBe(7);
    expect(failureThreshold(of('percent', 50), 2)).toBe(1);
    expect(failureThreshold(of('percent', 50), 800)).toBe(400);
  });

  test('counts failures in a row, or all of them', () => {
    const after = (resets: boolean, ...outcomes: ('failed' | 'worked')[]) => {
      const breakerOf = { ...of('count', 3), resets };
      const revision = { fingerprint: 'new', spec: {} as Parameters<typeof begin>[0]['spec'] };
      const deployment = outcomes.reduce((state, outcome) => counted(state, outcome, breakerOf), begin(revision));
      return isHopeless(deployment, breakerOf, 2);
    };
    expect(after(true, 'failed', 'failed', 'worked', 'failed')).toBe(false);
    expect(after(true, 'failed', 'worked', 'failed', 'failed', 'failed')).toBe(true);
    expect(after(false, 'failed', 'failed', 'worked', 'failed')).toBe(true);
    expect(after(false, 'failed', 'failed', 'worked')).toBe(false);
  });

  test('opens the later the larger the service', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.integer({ min: 1, max: 100 }), (one, other, value) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const breakerOf = of('bounded-percent', value);
        expect(failureThreshold(breakerOf, less)).toBeLessThanOrEqual(failureThreshold(breakerOf, more));
      }),
    );
  });
});
