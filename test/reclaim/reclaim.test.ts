import { chosenAccounts } from '../../lib/reclaim/choose';
import { reclaim } from '../../lib/reclaim/reclaim';
import { refusal } from '../support/refusal';
import { account, FakeWorld, management, organizer } from './fake-world';

const options = { coolDownMs: 60_000, patienceMs: 30_000, onProgress: () => undefined };
const run = (world: FakeWorld) => reclaim(world.ports(), world.record, options);
/** What the command would take back now. */
const nextAccounts = ({ record }: FakeWorld) =>
  chosenAccounts([record], [{ id: 'blue', name: 'Blue', account }], { teams: [], accounts: [] }, 'spring');
async function nextRun(world: FakeWorld): Promise<void> {
  if (nextAccounts(world).length > 0) await run(world);
}
const states = (world: FakeWorld) => world.record.history.map(({ state }) => state);

/** What one taking back has to leave, whatever happened on the way. */
function expectTakenBack(world: FakeWorld): void {
  expect({ unit: world.unit, state: world.record.state, step: world.record.step }).toEqual({
    unit: 'ou-available',
    state: 'available',
    step: undefined,
  });
  expect(world.things.map(({ id }) => id)).toEqual(['vpc-default', 'gameday/reclaim']);
  expect({ stacks: world.stacks.size, experiments: world.experiments, wrong: world.violations }).toEqual({
    stacks: 0,
    experiments: [],
    wrong: [],
  });
}

test('an account is frozen, emptied, looked at twice, and available with a receipt', async () => {
  const world = new FakeWorld();
  const { receipt } = await run(world);
  expectTakenBack(world);
  expect(states(world)).toEqual(['live', 'frozen', 'reclaiming', 'available']);
  expect(receipt).toMatchObject({ account, outcome: 'available', regions: ['eu-west-1'] });
  expect(receipt.inventories.map(({ items, belonging }) => [items.length, belonging])).toEqual([
    [0, 2],
    [0, 2],
  ]);
  expect([...world.receipts.values()]).toEqual([receipt]);
  expect(world.waitedMs).toBeGreaterThanOrEqual(options.coolDownMs);
});

describe('a process that dies at any call', () => {
  test.each([
    ['before the call does anything', false],
    ['after the call did its work', true],
  ])('%s: the next run comes to the same end, with one receipt', async (_when, failsLate) => {
    const whole = new FakeWorld();
    await run(whole);
    for (let failAt = 1; failAt <= whole.calls; failAt++) {
      const world = Object.assign(new FakeWorld(), { failAt, failsLate });
      await expect(run(world)).rejects.toThrow('the line is dead');
      world.revive();
      await nextRun(world);
      expectTakenBack(world);
      expect([failAt, states(world), world.receipts.size, world.loadStopped.size]).toEqual([
        failAt,
        ['live', 'frozen', 'reclaiming', 'available'],
        1,
        1,
      ]);
    }
    expect(whole.calls).toBeGreaterThan(100);
  });
});

test('whichever single call fails, the account ends available or in quarantine or keeps its place, and the next run makes it available', async () => {
  const whole = new FakeWorld();
  await run(whole);
  for (let failAt = 1; failAt <= whole.calls; failAt++) {
    const world = Object.assign(new FakeWorld(), { failAt, dies: false });
    const first = await run(world).then(
      ({ receipt }) => receipt.outcome,
      () => 'failed',
    );
    expect(world.violations).toEqual([]);
    world.revive();
    expect(first === 'available' && nextAccounts(world).length > 0).toBe(false);
    await nextRun(world);
    expectTakenBack(world);
  }
});

test('a failure stands in the record until a run gets past it', async () => {
  const world = new FakeWorld();
  world.locked = new Error('no way in');
  await expect(run(world)).rejects.toThrow('no way in');
  expect(world.record).toMatchObject({
    state: 'frozen',
    step: 'reclaim: freeze',
    lastError: 'reclaim: stop experiments and load: no way in',
  });
  delete world.locked;
  await run(world);
  expectTakenBack(world);
  expect(world.record.lastError).toBeUndefined();
});

describe('quarantine', () => {
  test('what refuses to go is named with its reason and cost, and a later run takes the account back', async () => {
    const world = new FakeWorld();
    world.things.push({ kind: 'instance', id: 'i-stuck', refuses: 'it is locked' });
    const { receipt } = await run(world);
    expect(world.unit).toBe('ou-quarantine');
    expect(receipt.outcome).toBe('quarantine');
    expect(receipt.inventories[1].items).toEqual([
      {
        ...{ service: 'any', type: 'instance', id: 'i-stuck', region: 'eu-west-1' },
        ...{ usdPerHour: 0.0228, why: 'it is locked' },
      },
    ]);
    world.things = world.things.filter(({ id }) => id !== 'i-stuck');
    await run(world);
    expectTakenBack(world);
    expect(world.receipts.size).toBe(2);
  });

  test('what cannot be looked at is not taken for nothing', async () => {
    const world = new FakeWorld();
    world.hidden.add('bucket');
    const { receipt } = await run(world);
    expect([world.unit, receipt.inventories[1].unseen]).toEqual([
      'ou-quarantine',
      [{ service: 'any', type: 'bucket', region: 'eu-west-1', why: 'AccessDenied: not here' }],
    ]);
  });

  test('what shows itself during the cool-down is found by the second inventory', async () => {
    const world = new FakeWorld();
    world.meanwhile = (it) => {
      if (it.waitedMs >= options.coolDownMs) it.things.push({ kind: 'instance', id: 'i-late' });
    };
    const { receipt } = await run(world);
    expect(receipt.inventories.map(({ items }) => items.map(({ id }) => id))).toEqual([[], ['i-late']]);
    expect(world.unit).toBe('ou-quarantine');
  });
});

describe('nothing is touched of', () => {
  test.each([
    ['the management account', (world: FakeWorld) => (world.record = { ...world.record, account: management })],
    ['the organizer’s account', (world: FakeWorld) => (world.record = { ...world.record, account: organizer })],
    ['an account without the tag', (world: FakeWorld) => (world.tags = {})],
    ['an account of another pool', (world: FakeWorld) => (world.tags = { 'gameday:pool': 'other' })],
    ['an account outside the units of the pool', (world: FakeWorld) => (world.unit = 'ou-somewhere')],
    ['what is no account id', (world: FakeWorld) => (world.record = { ...world.record, account: '123' })],
  ])('%s', async (_what, change) => {
    const world = new FakeWorld();
    change(world);
    const { things, stacks } = world;
    await expect(run(world)).rejects.toEqual(refusal('AccountNotOurs'));
    expect([world.moves, world.entered, world.things, world.stacks]).toEqual([0, 0, things, stacks]);
  });
});

test('an account that somebody moved away meanwhile is left alone, and begins anew when it is asked for again', async () => {
  const world = new FakeWorld();
  world.stacks.set('Arena', 'DELETE_IN_PROGRESS');
  world.meanwhile = (it) => {
    it.unit = 'ou-frozen';
    it.stacks.delete('Arena');
  };
  await expect(run(world)).rejects.toEqual(refusal('StateRefused', 'nothing is deleted'));
  expect([world.violations, world.things.some(({ id }) => id === 'photos')]).toEqual([[], true]);
  world.meanwhile = () => undefined;
  await run(world);
  expectTakenBack(world);
});

test('a team that got its account again after a run was cut off loses it from the beginning, not in the middle', async () => {
  const world = new FakeWorld();
  world.locked = new Error('no way in');
  await expect(run(world)).rejects.toThrow();
  world.unit = 'ou-live';
  world.record = { ...world.record, state: 'live', step: 'reclaim: begin' };
  delete world.locked;
  await run(world);
  expectTakenBack(world);
  expect(world.experiments).toEqual([]);
});
