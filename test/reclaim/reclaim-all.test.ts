import { GameDayError } from '../../lib/core/errors';
import type { ChosenAccount } from '../../lib/reclaim/choose';
import { planReclaim, planText } from '../../lib/reclaim/plan';
import { reclaimAll } from '../../lib/reclaim/reclaim-all';
import { receiptText } from '../../lib/reclaim/receipt';
import { resultText } from '../../lib/reclaim/result-text';
import { reclaimProgress } from '../../lib/reclaim/progress';
import { holding } from '../support/refusal';
import { spokenIo } from '../support/spoken';
import { account, FakeWorld } from './fake-world';

const options = {
  ...{ coolDownMs: 60_000, patienceMs: 30_000, concurrency: 2 },
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onResult: () => undefined,
};
const chosenOf = (world: FakeWorld): ChosenAccount => ({ account, record: world.record, team: 'blue' });
/** Takes back one account after the other's world, each by its own ports. */
const run = async (world: FakeWorld, more: Partial<typeof options> = {}) =>
  reclaimAll([chosenOf(world)], world.ports(), { ...options, ...more });

test.each([
  [
    'a role that cannot be assumed',
    new GameDayError('AccountUnreadable', `account ${account}: cannot be assumed`, 'Look at its roles.'),
    'Look at its roles.',
  ],
  ['throttling', new Error('ThrottlingException: Rate exceeded'), 'with a lower --concurrency'],
  ['a refusal', new Error('AccessDenied: not authorized to perform'), 'accounts doctor'],
  ['anything else', new Error('socket hang up'), 'goes on where it stopped'],
])('%s ends in a message, what to do, and an account that stays frozen', async (_what, error, next) => {
  const world = new FakeWorld();
  world.locked = error;
  const results = await run(world);
  expect(results).toEqual([expect.objectContaining({ outcome: 'failed', next: holding(next) })]);
  expect([world.unit, world.record.lastError]).toEqual(['ou-frozen', holding(error.message)]);
  expect(resultText(results)).toContain(`${account}: `);
});

test('one that fails never stops the others', async () => {
  const world = new FakeWorld();
  const stranger = { account: '222222222222', record: { ...world.record, account: '123', slot: 2 } };
  const results = await reclaimAll([stranger, chosenOf(world)], world.ports(), { ...options, concurrency: 1 });
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'available']);
});

test('an interrupt begins nothing more', async () => {
  const world = new FakeWorld();
  const results = await run(world, { signal: AbortSignal.abort() });
  expect([results.map(({ outcome }) => outcome), world.calls]).toEqual([['not-begun'], 0]);
});

test('the plan tells what stands in the account and what it costs, and changes nothing', async () => {
  const world = new FakeWorld();
  const text = planText(await planReclaim([chosenOf(world)], world.ports(), 1), ['eu-west-1']);
  expect(text).toMatch(/^111111111111 {2}blue {2}live {7}5 {7}0\.02 USD$/m);
  expect(text).toMatch(/^ {2}1 any instance, 0\.0228 USD an hour$/m);
  expect([world.moves, world.record.version, world.things.length]).toEqual([0, 1, 6]);
});

test('the plan tells which account must not be touched, without entering it', async () => {
  const world = new FakeWorld();
  world.tags = {};
  const text = planText(await planReclaim([chosenOf(world)], world.ports(), 1), ['eu-west-1']);
  expect(text).toContain('it has no tag gameday:pool=gameday');
  expect(world.entered).toBe(0);
});

test('the receipt for people names account, times, states and both inventories', async () => {
  const world = new FakeWorld();
  world.things.push({ kind: 'instance', id: 'i-stuck', refuses: 'it is locked' });
  world.hidden.add('bucket');
  const results = await run(world);
  const [receipt] = [...world.receipts.values()];
  const text = receipt === undefined ? '' : receiptText(receipt);
  expect(text).toContain(`Account ${account} of pool gameday: NOT clean, and in quarantine`);
  expect(text.match(/ {2}any instance {2}eu-west-1 {2}0\.0228 USD\/h {2}i-stuck \(it is locked\)/g)).toHaveLength(2);
  expect(text.match(/not seen: any bucket, eu-west-1/g)).toHaveLength(2);
  expect(text).toMatch(/^ {2}2026-12-10T13:00:00\.\d{3}Z {2}frozen: taken back$/m);
  expect(resultText(results)).toContain('quarantine, left: 1 for 0.0228 USD an hour, not seen: 1');
});

test('where rows cannot stand, each change of each account is one line', async () => {
  const world = new FakeWorld();
  const io = spokenIo();
  const chosen = [chosenOf(world)];
  const show = reclaimProgress(chosen, io);
  await reclaimAll(chosen, world.ports(), { ...options, onProgress: show.say, onResult: show.end });
  await show.settled();
  expect(new Set(io.notices).size).toBeGreaterThan(5);
  expect(io.notices.every((line) => line.startsWith(`blue (${account}): `))).toBe(true);
  expect(io.notices.at(-1)).toContain('available, proved clean');
});
