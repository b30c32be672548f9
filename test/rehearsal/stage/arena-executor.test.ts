import { World } from '../../../lib/arena/world';
import type { Fault } from '../../../lib/core/experiments/fault';
import { ArenaExecutor } from '../../../lib/rehearsal/stage/arena-executor';
import { anApplication, anArchitecture, ask, backTier, fate, webInstances } from '../../arena/tiny';
import { anExperiment } from '../../support/an-experiment';

function aShop(instances = 1) {
  const world = new World({
    application: anApplication({ journey: ['page'] }),
    architecture: anArchitecture(webInstances(instances), backTier()),
    seed: 2,
  });
  return { world, executor: new ArenaExecutor(world) };
}
const card = anExperiment();
const run = (name = 'first') => ({ run: name, experiment: card.id, team: 'blue', atSeconds: 0, forSeconds: 300 });
const forgetful = anExperiment({ fault: { kind: 'latency', tier: 'web', addedMs: 900 } });
const latencyMs = (world: World) => {
  const outcome = ask(world);
  return 'lost' in outcome ? Infinity : outcome.latencyMs;
};
const hits = (world: World) => world.transitions().filter(({ text }) => text === 'was stopped').length;

test('a dry run names what would be hit, and changes nothing', () => {
  const { world, executor } = aShop(2);
  expect(executor.resolve(run(), card)).toEqual([
    { kind: 'instance', name: 'Web0-1' },
    { kind: 'instance', name: 'Web1-1' },
  ]);
  expect(world.transitions()).toEqual([]);
  expect(executor.state('first')).toEqual({ state: 'unknown' });
});

test.each<[Fault, string]>([
  [{ kind: 'instance-stop', tier: 'nobody' }, 'instance-stop needs a running instance of nobody'],
  [{ kind: 'task-stop', tier: 'web' }, 'task-stop needs a running task of web'],
  [{ kind: 'zone-outage', zone: 5 }, 'zone-outage needs a subnet in zone 5'],
  [{ kind: 'table-throttling', table: 'ledger', share: 1 }, 'table-throttling needs the table ledger'],
  [{ kind: 'access-lost', tier: 'nobody' }, 'access-lost needs a security group of nobody'],
  [{ kind: 'nat-loss' }, 'nat-loss needs a NAT gateway'],
  [{ kind: 'consumer-stop', tier: 'web' }, 'consumer-stop needs web to take messages from a queue'],
  [{ kind: 'sync-stop', tier: 'web' }, 'sync-stop needs a running server of web that copies from elsewhere'],
  [{ kind: 'cpu-stress', tier: 'nobody', load: 1 }, 'cpu-stress needs a running server of nobody'],
])('%j is refused where there is nothing to hit, and nothing of it is left', (fault, reason) => {
  const { world, executor } = aShop();
  const refused = { refused: `${reason}: there is none now` };
  const aimless = anExperiment({ fault });
  expect(executor.resolve(run(), aimless)).toEqual(refused);
  expect(executor.start(run(), aimless)).toEqual(refused);
  expect(executor.state('first')).toEqual({ state: 'unknown' });
  world.advance(400);
  expect(world.transitions()).toEqual([]);
});

test('a run starts once, however often it is asked to, and not again when it is over', () => {
  const { world, executor } = aShop(2);
  for (const _time of [1, 2]) expect(executor.start(run(), card)).toBe('started');
  expect(executor.state('first')).toEqual({ state: 'running' });
  world.advance(301);
  expect(executor.state('first')).toEqual({ state: 'over' });
  executor.start(run(), card);
  expect(hits(world)).toBe(1);
});

test('a stop heals at once, and stopping what is over or was never there does nothing', () => {
  const { world, executor } = aShop();
  executor.start(run(), forgetful);
  expect(latencyMs(world)).toBeGreaterThan(900);
  executor.stop('first');
  executor.stop('first');
  executor.stop('another');
  expect(executor.state('first')).toEqual({ state: 'over' });
  expect(latencyMs(world)).toBeLessThan(100);
});

test('runs that overlap end one by one', () => {
  const { world, executor } = aShop();
  for (const name of ['first', 'second']) executor.start(run(name), forgetful);
  executor.stop('first');
  expect(latencyMs(world)).toBeGreaterThan(900);
  expect(executor.state('second')).toEqual({ state: 'running' });
});

test('a sweep ends everything that runs but what is to be kept, and tells what it found', () => {
  const { world, executor } = aShop(3);
  for (const name of ['kept', 'left', 'over']) executor.start(run(name), card);
  executor.stop('over');
  expect(executor.sweep(new Set(['kept']))).toEqual(['left']);
  expect(executor.state('kept')).toEqual({ state: 'running' });
  expect(executor.sweep(new Set())).toEqual(['kept']);
  expect(executor.sweep(new Set())).toEqual([]);
  world.advance(200);
  expect(fate(ask(world))).toBe(200);
  expect(world.targets().map(({ state }) => state)).not.toContain('unused');
});
