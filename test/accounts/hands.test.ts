import type { AccountRecord } from '../../lib/accounts/account-record';
import { adoptionWork, planAdoption } from '../../lib/accounts/adopt';
import { moveWork } from '../../lib/accounts/move-teams';
import { setUpPool } from '../../lib/accounts/pool-setup';
import { transition } from '../../lib/accounts/transition';
import { holding } from '../support/refusal';
import { FakeOrganization } from './fake-organization';

const account = '111111111111';
const blue = { id: 'blue', name: 'Blue', account };
const red = { id: 'red', name: 'Red', account };
const HOUR_MS = 3_600_000;

/** An account that team blue of the event spring has. */
async function blues() {
  const fake = new FakeOrganization();
  const ports = fake.ports();
  await setUpPool(ports.organization, 'gameday', [], undefined);
  fake.add(account);
  const [adoption] = await planAdoption(ports, 'gameday', [account]);
  const available = await adoptionWork(ports, adoption!).run(() => undefined);
  const open = (team: typeof blue, record: AccountRecord, event = 'spring') =>
    moveWork(ports, { team, record }, 'live', event).run(() => undefined);
  const later = (ms: number) => ({ ...ports, now: () => ports.now() + ms });
  return { ports, open, later, record: await open(blue, available) };
}

/** The account as it is after it was taken back. */
async function takenBack({ ports, record }: Awaited<ReturnType<typeof blues>>): Promise<AccountRecord> {
  let newest = record;
  for (const state of ['frozen', 'reclaiming', 'available'] as const) {
    newest = await transition(ports, newest, state, 'taken back');
  }
  return newest;
}

test('an account that was frozen is opened to the team that has it, and to no other before it was taken back', async () => {
  const { ports, open, record } = await blues();
  const frozen = await transition(ports, record, 'frozen', 'shut');
  await expect(open(red, frozen)).rejects.toMatchObject({ code: 'StateRefused', hint: holding('reclaim') });
  await expect(open(blue, frozen, 'summer')).rejects.toMatchObject({ code: 'StateRefused' });
  expect(await open(blue, frozen)).toMatchObject({ state: 'live' });
});

test('an account is opened to another team only when every session of the one before has ended', async () => {
  const lent = await blues();
  const record = await takenBack(lent);
  await expect(lent.open(red, record)).rejects.toMatchObject({
    code: 'StateRefused',
    message: holding('are good until'),
  });
  const anHourLater = moveWork(lent.later(HOUR_MS), { team: red, record }, 'live', 'spring');
  expect(await anHourLater.run(() => undefined)).toMatchObject({ state: 'live', openedTo: { team: 'red' } });
});

test('a team gets its own account back as soon as it was emptied', async () => {
  const lent = await blues();
  expect(await lent.open(blue, await takenBack(lent))).toMatchObject({ state: 'live' });
});

test('taking back that was begun before an account was opened again is begun anew', async () => {
  const { ports, open, record } = await blues();
  const frozen = await transition(ports, { ...record, step: 'reclaim: freeze' }, 'frozen', 'taken back');
  expect(await open(blue, frozen)).not.toHaveProperty('step');
});
