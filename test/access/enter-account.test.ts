import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { cliCredentials, consoleLink } from '../../lib/access/enter-account';
import { sealedSession, sessionMs } from '../../lib/access/session';
import { eventId } from '../../lib/core/event/event-id';
import { anEntry, at, someLog } from '../support/builders';
import { Desk } from './desk';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

const refused = (refusal: string) => ({ ok: false, refusal });

test('a session leads into its own team’s account and no other', async () => {
  const session = await desk.session('red');
  expect(await consoleLink(desk.ports, session)).toEqual({
    ok: true,
    value: 'https://signin.example/ASIA222222222222',
  });
  expect(await cliCredentials(desk.ports, session)).toMatchObject({
    ok: true,
    value: { accessKeyId: 'ASIA222222222222' },
  });
  expect(new Set(desk.entered.map(({ account }) => account))).toEqual(new Set(['222222222222']));
});

test('AWS’s records of the account name team and event', async () => {
  await cliCredentials(desk.ports, await desk.session('red'));
  expect(desk.entered[0]?.names).toEqual({
    sessionName: 'red@test-gameday',
    sourceIdentity: 'gameday,red@test-gameday',
  });
});

test('a session that names another team is refused: who has it cannot change it', async () => {
  const session = await desk.session('red');
  const [content = '', seal = ''] = session.split('.');
  const changed = Buffer.from(content, 'base64url').toString().replace('red', 'blue');
  await desk.code('blue');
  const forged = `${Buffer.from(changed).toString('base64url')}.${seal}`;
  expect(await cliCredentials(desk.ports, forged)).toEqual(refused('session-over'));
});

test('a session with any letter changed, added or left out is refused', async () => {
  const session = await desk.session('red');
  await fc.assert(
    fc.asyncProperty(fc.nat(session.length - 1), fc.constantFrom('', 'A', '.', '*', 'AA'), async (place, other) => {
      const changed = session.slice(0, place) + other + session.slice(place + 1);
      fc.pre(changed !== session);
      expect(await cliCredentials(desk.ports, changed)).toEqual(refused('session-over'));
    }),
  );
  expect(desk.entered).toEqual([]);
});

test.each([
  ['sealed with another key', () => randomBytes(32), {}],
  ['of another event', () => desk.pepper, { event: 'another-gameday' }],
  ['of a team that is none', () => desk.pepper, { team: 'green' }],
  ['of a code that is not given yet', () => desk.pepper, { generation: 2 }],
])('a session %s is refused', async (_what, key, part) => {
  await desk.code('red');
  const session = { event: eventId(desk.event), team: 'red', generation: 1, expiresAt: desk.now + 1000 };
  expect(await cliCredentials(desk.ports, sealedSession(session, desk.pepper))).toMatchObject({ ok: true });
  expect(await cliCredentials(desk.ports, sealedSession({ ...session, ...part }, key()))).toEqual(
    refused('session-over'),
  );
});

test('a session ends by itself', async () => {
  desk.log = [anEntry('started', 0, {}), anEntry('extended', 1, { seconds: 2 * 86_400 })];
  const session = await desk.session('red');
  desk.now += sessionMs - 1;
  expect(await cliCredentials(desk.ports, session)).toMatchObject({ ok: true });
  desk.now += 1;
  expect(await cliCredentials(desk.ports, session)).toEqual(refused('session-over'));
});

test('a new code ends the sessions of the one before', async () => {
  const session = await desk.session('red');
  await desk.code('red');
  expect(await consoleLink(desk.ports, session)).toEqual(refused('session-over'));
});

test('a new code of one team ends nobody else’s session', async () => {
  const session = await desk.session('red');
  await desk.code('blue');
  expect(await consoleLink(desk.ports, session)).toMatchObject({ ok: true });
});

test.each([
  ['before the start', [], 60, 'not-started'],
  ['while the start is yet to come', someLog(), -1, 'not-started'],
  ['after the end', someLog(), 600, 'event-over'],
  ['after the close', someLog(anEntry('closed', 30, {})), 60, 'event-over'],
])('%s nobody enters an account', async (_when, log, seconds, refusal) => {
  desk.log = log;
  desk.now = at(seconds);
  const session = await desk.session('red');
  expect(await consoleLink(desk.ports, session)).toEqual(refused(refusal));
  expect(await cliCredentials(desk.ports, session)).toEqual(refused(refusal));
  expect(desk.entered).toEqual([]);
});

test('a pause shuts nobody out', async () => {
  desk.log = someLog(anEntry('paused', 30, {}));
  expect(await consoleLink(desk.ports, await desk.session('red'))).toMatchObject({ ok: true });
});

test.each([
  'requested',
  'creating',
  'entry',
  'available',
  'frozen',
  'reclaiming',
  'quarantine',
  'closing',
  'closed',
] as const)('an account of a pool that is %s is shut', async (state) => {
  const session = await desk.session('red');
  desk.states.set('222222222222', 'live');
  expect(await cliCredentials(desk.ports, session)).toMatchObject({ ok: true });
  desk.states.set('222222222222', state);
  expect(await consoleLink(desk.ports, session)).toEqual(refused('account-shut'));
  expect(await cliCredentials(desk.ports, session)).toEqual(refused('account-shut'));
});
