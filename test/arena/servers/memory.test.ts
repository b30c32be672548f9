import { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, ask, fate, webInstances, webService } from '../tiny';

const leaky = anApplication({ tier: { leakPerRequestKib: 1024 } });

const worldOf = (application: ReturnType<typeof anApplication>, ...parts: Parameters<typeof anArchitecture>) =>
  new World({ application, architecture: anArchitecture(...parts), seed: 1 });

test('memory that leaks away makes an instance hang: it accepts and never answers, but for paths that need no work', () => {
  const world = worldOf(leaky, webInstances(1, { InstanceType: 't3.micro' }));
  world.plan(() => 10);
  world.advance(60);
  expect(world.counts(0).failed).toBe(0);
  world.advance(180);
  expect(fate(ask(world))).toBe('timeout');
  expect(fate(ask(world, '/ok'))).toBe(200);
});

test('memory that is too small for what is in flight kills a task under load only', () => {
  const kills = (perSecond: number) => {
    const world = worldOf(anApplication({ tier: { memoryPerRequestKib: 4096 } }), webService({}, { Memory: '256' }));
    world.plan(() => perSecond);
    world.advance(600);
    return world.transitions().filter((each) => each.text.startsWith('was killed')).length;
  };
  expect(kills(20)).toBe(0);
  expect(kills(120)).toBeGreaterThan(2);
});

test('processes of one age leak at their own pace, within 30 % of the mean', () => {
  const world = worldOf(leaky, webInstances(8, { InstanceType: 't3.micro' }));
  world.plan(() => 80);
  world.advance(600);
  const hung = world.transitions().filter((each) => each.text === 'hangs: out of memory');
  expect(hung).toHaveLength(8);
  // 1024 MiB less 200 for the system and 100 for the program, at 10 MiB a second, which grows when others hang.
  const [first, last] = [hung[0]?.atSeconds ?? 0, hung[7]?.atSeconds ?? 0];
  expect(first).toBeGreaterThan(72.4 / 1.3);
  expect(first).toBeLessThan(72.4);
  expect(last / first).toBeGreaterThan(1.1);
  expect(new Set(hung.map((each) => Math.round(each.atSeconds))).size).toBeGreaterThan(4);
});

test('a restart begins with the memory of a fresh process', () => {
  const world = worldOf(leaky, webInstances(1, { InstanceType: 't3.micro' }));
  world.plan(() => 10);
  world.advance(180);
  expect(fate(ask(world))).toBe('timeout');
  world.plan(() => 0);
  world.inflict({ kind: 'instance-stop', tier: 'web' }, 30);
  world.advance(300);
  expect(fate(ask(world))).toBe(200);
});
