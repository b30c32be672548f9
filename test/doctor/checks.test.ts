import { anEntry, at, someLog } from '../support/builders';
import { aRecord, Surgery } from './surgery';

const [blue, red] = ['111111111111', '222222222222'];
let surgery: Surgery;
beforeEach(() => {
  surgery = new Surgery();
});

test('where all is well nothing is red', async () => {
  expect(await surgery.reds()).toEqual([]);
});

test('an event whose accounts are live is ready as well', async () => {
  for (const [slot, account] of [blue, red].entries()) {
    surgery.records.set(account, aRecord(slot + 1, account, 'live'));
    surgery.standings.set(account, { pool: 'gameday', state: 'live' });
  }
  expect(await surgery.reds()).toEqual([]);
});

test.each([
  ['has no tag', { pool: undefined, state: 'available' } as const, 'has no tag gameday:pool=gameday'],
  ['is of another pool', { pool: 'spring', state: 'available' } as const, 'has no tag gameday:pool=gameday'],
  ['lies elsewhere', { pool: 'gameday', state: undefined } as const, 'lies outside the units of the pool'],
  ['is not where its record says', { pool: 'gameday', state: 'live' } as const, 'is live, its record says available'],
])('an account that %s is red, and only its team', async (_what, standing, says) => {
  surgery.standings.set(red, standing);
  expect(await surgery.reds()).toEqual([`red, account: account ${red} ${says}`]);
});

test.each(['entry', 'frozen', 'reclaiming', 'quarantine'] as const)('an account that is %s is red', async (state) => {
  surgery.records.set(red, aRecord(2, red, state));
  surgery.standings.set(red, { pool: 'gameday', state });
  expect(await surgery.reds()).toEqual([`red, account: account ${red} is ${state}`]);
});

test('accounts that were made by hand need no pool, no roles and no guardrails', async () => {
  surgery.records.clear();
  surgery.missingGuardrails = ['all of them'];
  surgery.unassumable.add(`${red} participant`);
  expect(await surgery.reds()).toEqual([]);
});

test('guardrails that are not in force are red', async () => {
  surgery.missingGuardrails = ['puts the policy gameday-gameday-cost over Live'];
  expect(await surgery.reds()).toEqual([
    'event, guardrails: creating accounts still puts the policy gameday-gameday-cost over Live',
  ]);
});

test('a command that puts something right is for the event at hand', async () => {
  surgery.missingGuardrails = ['all of them'];
  surgery.unassumable.add(`${red} fault`);
  surgery.standings.set(red, { pool: 'gameday', state: undefined });
  surgery.trusts.set(red, '');
  surgery.previews.set('red', { status: undefined });
  expect(await surgery.fixes()).toEqual([
    'Put them in force: npx gameday accounts adopt --event spring.yaml',
    `npx gameday accounts adopt ${red} --event spring.yaml`,
    `Name who you are under accounts: organizers of the event file, then bring the roles up to date: npx gameday accounts adopt ${red} --event spring.yaml`,
    'npx gameday deploy --team red --event spring.yaml',
    'npx gameday deploy --team red --event spring.yaml',
  ]);
});

test('a role that lets nobody in is named', async () => {
  surgery.unassumable.add(`${red} fault`);
  expect(await surgery.reds()).toEqual(['red, roles: not assumable: gameday/fault (Error)']);
});

test.each([
  [
    'another event’s programs',
    '"arn:aws:iam::999999999999:role/gameday/old-scorer","arn:aws:iam::999999999999:role/gameday/old-load"',
  ],
  [
    'another account',
    '"arn:aws:iam::888888888888:role/gameday/test-gameday-scorer","arn:aws:iam::888888888888:role/gameday/test-gameday-load"',
  ],
  [
    'programs whose names only begin so',
    '"arn:aws:iam::999999999999:role/gameday/test-gameday-scorer2","arn:aws:iam::999999999999:role/gameday/test-gameday-loader"',
  ],
])('an observer role that trusts %s is red', async (_what, trust) => {
  surgery.trusts.set(red, trust);
  expect(await surgery.reds()).toEqual([
    'red, observer: the observer role does not trust test-gameday-scorer and test-gameday-load and test-gameday-api of account 999999999999',
  ]);
});

test.each([
  ['is not there', { status: undefined }, 'stack: there is no stack Arena'],
  ['failed', { status: 'ROLLBACK_COMPLETE' }, 'stack: the stack Arena is ROLLBACK_COMPLETE'],
  ['is being changed', { status: 'UPDATE_IN_PROGRESS' }, 'stack: the stack Arena is UPDATE_IN_PROGRESS'],
  [
    'is of another template',
    { changed: 2, removed: 1 },
    'stack: 3 resources of Arena are not as the event’s template says',
  ],
  [
    'cannot be deployed yet',
    { bootstraps: true },
    'bootstrap: account 222222222222, eu-west-1 is not prepared for CDK',
  ],
])('a team’s stack that %s is red', async (_what, preview, says) => {
  surgery.previews.set('red', preview);
  expect(await surgery.reds()).toEqual([`red, ${says}`]);
});

test('once the event has begun a team may have changed its stack', async () => {
  surgery.log = someLog();
  surgery.now = at(60);
  surgery.sent = 100;
  surgery.previews.set('red', { changed: 2 });
  expect(await surgery.reds()).toEqual([]);
});

test('the organizer’s stack stays what its template says, also while the event plays', async () => {
  surgery.log = someLog();
  surgery.now = at(60);
  surgery.sent = 100;
  surgery.previews.set('organizer', { changed: 2 });
  expect(await surgery.reds()).toEqual([
    'event, stack: 2 resources of gameday-test-gameday-organizer are not as the event’s template says',
  ]);
});

test.each([
  ['wrongly', 'faulty', 'was answered wrongly'],
  ['not at all', 'failed', 'got no answer'],
] as const)('a customer who is answered %s is red, with the step', async (_how, kind, words) => {
  surgery.journeys.set('red', { ok: false, step: 'booking', class: kind });
  expect(await surgery.reds()).toEqual([`red, journey: http://${red}.example: the step “booking” ${words}`]);
});

test('a journey that this machine could not play is red, and stops no other check', async () => {
  surgery.journeys.set('red', new Error('no sockets left'));
  expect(await surgery.reds()).toEqual(['red, journey: Error: no sockets left']);
});

test('customers are sent where the log says, else where the stack says', async () => {
  surgery.log = [anEntry('endpoint', -700, { team: 'red', url: 'http://127.0.0.1:1234/' })];
  await surgery.look();
  expect(Object.fromEntries(surgery.visited)).toEqual({
    blue: `http://${blue}.example`,
    red: 'http://127.0.0.1:1234',
  });
});

test('while the event runs, a team that no customer was sent to is red', async () => {
  surgery.log = someLog();
  surgery.now = at(120);
  expect(await surgery.reds()).toEqual([
    'blue, customers: no customer was sent in 2 minutes',
    'red, customers: no customer was sent in 2 minutes',
  ]);
});

test('without the organizer’s stack that is what is red, once', async () => {
  surgery.plane = undefined;
  surgery.previews.set('organizer', { status: undefined });
  expect(await surgery.reds()).toEqual([
    'event, stack: there is no stack gameday-test-gameday-organizer',
    'event, organizer’s plane: the organizer’s stack is not deployed',
  ]);
});

const never = () => Promise.resolve(undefined);
test.each([
  [
    'a table without recovery',
    { table: () => Promise.resolve({ status: 'ACTIVE', recovery: false, protection: true }) },
    'table: the table of the event: no point-in-time recovery',
  ],
  [
    'a table that anybody can delete',
    { table: () => Promise.resolve({ status: 'ACTIVE', recovery: true, protection: false }) },
    'table: the table of the event: no deletion protection',
  ],
  [
    'silent load tasks',
    { heartbeats: () => Promise.resolve(0) },
    'load tasks: 0 signs of life of 2 load tasks in 4 minutes',
  ],
  ['a scorer that never ran', { scoredAt: never }, 'scorer: the scorer has never run'],
  [
    'a scorer that stopped',
    { scoredAt: () => Promise.resolve(at(-600) - 120_001) },
    'scorer: the scorer last ran at 2026-12-10T07:47:59.999Z',
  ],
  [
    'a scoreboard that is not served',
    { board: () => Promise.resolve({ status: 403, body: '<Error/>' }) },
    'pages: the scoreboard’s address answers 403',
  ],
  [
    'a page instead of the scoreboard',
    { board: () => Promise.resolve({ status: 200, body: '<html>' }) },
    'pages: the scoreboard’s address answers 200 with something else than a scoreboard',
  ],
  ['nobody who hears alarms', { listeners: () => Promise.resolve([]) }, 'alarms: nobody is told when an alarm rings'],
  [
    'an address that was not confirmed',
    { listeners: () => Promise.resolve([{ endpoint: 'me@example.com', confirmed: false }]) },
    'alarms: me@example.com has not confirmed',
  ],
])('%s is red', async (_what, plane, says) => {
  surgery.plane = plane;
  expect(await surgery.reds()).toEqual([`event, ${says}`]);
});

test('an experiment that would find nothing to hit is red for its team alone, and one that would is not', async () => {
  const run = (team: string, refused?: string) => ({
    run: `stop-0-${team}`,
    experiment: 'stop',
    team,
    targets: [],
    refused,
  });
  surgery.resolved = [run('blue'), run('red', 'there is no instance of the tier web')];
  expect(await surgery.reds()).toEqual(['red, experiments: stop: there is no instance of the tier web']);
});
