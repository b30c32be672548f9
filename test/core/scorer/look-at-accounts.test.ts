import { lookAtAccounts } from '../../../lib/core/scorer/look-at-accounts';
import type { AccountView } from '../../../lib/core/scorer/ports';
import { anEvent, at } from '../../support/builders';

const teams = Array.from({ length: 450 }, (_, i) => ({
  id: `team-${i}`,
  name: `Team ${i}`,
  account: String(900_000_000_000 + i),
}));
const round = { round: 0, span: { from: at(0), to: at(60) }, teams: new Set(['blue']) };

function viewed(accounts: Partial<AccountView> = {}) {
  const seen: string[] = [];
  const view: AccountView = {
    spend: ({ id }) => {
      seen.push(id);
      return Promise.resolve({ usdPerHour: 1, flags: [] });
    },
    balancerRequests: () => Promise.resolve(new Map()),
    ...accounts,
  };
  const notes: unknown[] = [];
  const look = (seconds: number, event = anEvent({ teams })) =>
    lookAtAccounts({ accounts: view, note: (note) => notes.push(note) }, event, [round], at(seconds));
  return { seen, notes, look };
}

test('of many teams each has its turn every few minutes, at most 200 in one', async () => {
  const { seen, look } = viewed();
  const sizes: number[] = [];
  for (const seconds of [180, 240, 300]) sizes.push((await look(seconds)).spend.size);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  expect(seen.toSorted()).toEqual(teams.map(({ id }) => id).toSorted());
});

test('what runs now says nothing about a round that ended long ago: nobody looks', async () => {
  const { seen, look } = viewed();
  await look(361);
  expect(seen).toEqual([]);
});

test('an account that cannot be looked at is noted with its team and reason, and the others are looked at', async () => {
  const refused = (): Promise<never> => Promise.reject(new Error('AccessDenied'));
  const { notes, look } = viewed({
    spend: ({ id }) => (id === 'blue' ? refused() : Promise.resolve({ usdPerHour: 2, flags: [] })),
  });
  const { spend, unreadable } = await look(180, anEvent());
  expect([...unreadable]).toEqual(['blue']);
  expect([...spend.keys()]).toEqual(['red']);
  expect(notes).toEqual([expect.objectContaining({ level: 'warn', team: 'blue', reason: 'Error: AccessDenied' })]);
});
