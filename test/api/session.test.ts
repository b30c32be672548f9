import { sessionMs } from '../../lib/access/session';
import { Office } from './call';

const status = async (office: Office, cookie: string, path = '/api/teams/blue'): Promise<number> =>
  (await office.call('GET', path, { cookie })).status;

test('a session is a cookie that no script reads and no other site sends', async () => {
  const office = new Office({ secure: true });
  const answer = await office.call('POST', '/api/session', { body: { code: await office.desk.code('blue') } });
  expect(await answer.json()).toEqual({ team: 'blue', organizer: false });
  const cookie = answer.headers.get('Set-Cookie') ?? '';
  expect(cookie).toMatch(/^__Host-gameday-team=[^;]+;/);
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/', 'Max-Age=43200'])
    expect(cookie).toContain(part);
});

test('one browser may hold a team’s session and an organizer’s, and both end at once', async () => {
  const office = new Office();
  const cookie = `${await office.team('blue')}; ${await office.organizer()}`;
  const me = await office.call('GET', '/api/session', { cookie });
  expect(await me.json()).toEqual({ team: 'blue', organizer: true });
  const out = await office.call('DELETE', '/api/session', { cookie });
  expect(out.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^gameday-team=; Max-Age=0/),
    expect.stringMatching(/^gameday-organizer=; Max-Age=0/),
  ]);
});

test('nobody is somebody without a cookie', async () => {
  expect(await (await new Office().call('GET', '/api/session')).json()).toEqual({ team: null, organizer: false });
});

describe.each([
  ['a team', (office: Office) => office.team('blue'), '/api/teams/blue'],
  ['an organizer', (office: Office) => office.organizer(), '/api/organizer'],
])('a session of %s', (_of, logIn, path) => {
  test('is good until it ends, and not after', async () => {
    const office = new Office();
    const cookie = await logIn(office);
    office.realNow += sessionMs - 1;
    expect(await status(office, cookie, path)).toBe(200);
    office.realNow += 1;
    expect(await status(office, cookie, path)).toBe(401);
  });

  test('is worth nothing when any part of it was changed', async () => {
    const office = new Office();
    const cookie = await logIn(office);
    const begin = cookie.indexOf('=') + 1;
    for (let place = begin; place < cookie.length; place += 7) {
      const other = cookie[place] === 'A' ? 'B' : 'A';
      const tampered = `${cookie.slice(0, place)}${other}${cookie.slice(place + 1)}`;
      expect(await status(office, tampered, path)).toBe(401);
    }
    for (const text of ['', 'x', '.', '..', 'a.b.c', 'x'.repeat(5000)]) {
      expect(await status(office, `${cookie.slice(0, begin)}${text}`, path)).toBe(401);
    }
    expect(office.failures).toEqual([]);
  });
});

test('a new code ends the sessions of the one before', async () => {
  const office = new Office();
  const cookie = await office.team('blue');
  await office.desk.code('blue');
  expect(await status(office, cookie)).toBe(401);
});

test('another secret ends the organizers’ sessions', async () => {
  const office = new Office();
  const cookie = await office.organizer();
  office.secret = 'another';
  expect(await status(office, cookie, '/api/organizer')).toBe(401);
});

test('a team’s session is none of an organizer, whatever its cookie is called', async () => {
  const office = new Office();
  const cookie = (await office.team('blue')).replace('gameday-team', 'gameday-organizer');
  expect(await status(office, cookie, '/api/organizer')).toBe(401);
});

test.each([
  ['codes', () => ({ code: '0000-0000-0000-0000-0000-0000-0000' })],
  ['secrets', () => ({ secret: 'a guess' })],
])('wrong %s are refused, and after twenty of a minute so is everything', async (_what, guess) => {
  const office = new Office();
  for (let tries = 0; tries < 20; tries += 1) {
    expect((await office.call('POST', '/api/session', { body: guess() })).status).toBe(401);
  }
  expect((await office.call('POST', '/api/session', { body: guess() })).status).toBe(429);
  expect((await office.call('POST', '/api/session', { body: { secret: office.secret } })).status).toBe(429);
  office.realNow += 60_000;
  expect((await office.call('POST', '/api/session', { body: { secret: office.secret } })).status).toBe(200);
});
