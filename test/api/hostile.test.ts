import fc from 'fast-check';
import { anEvent } from '../support/builders';
import { Office, origin } from './call';
import { goodBodies, operationsOf } from './operations';

const office = new Office();
const writes = operationsOf(office).filter(({ method }) => method === 'POST');

/** A new one for each test, with both sessions in one cookie. */
async function anOffice(): Promise<{ office: Office; cookie: string }> {
  const fresh = new Office();
  return { office: fresh, cookie: `${await fresh.team('blue')}; ${await fresh.organizer()}` };
}

const cases = writes.map(({ path }) => [path.replace('{team}', 'blue'), goodBodies[path]] as const);

test.each(cases)('%s takes no body over 64 kB, and writes nothing', async (path) => {
  const { office, cookie } = await anOffice();
  const before = office.log.length;
  const body = JSON.stringify({ text: 'x'.repeat(64 * 1024) });
  expect((await office.call('POST', path, { cookie, body })).status).toBe(413);
  expect(office.log).toHaveLength(before);
});

test('a body of unknown length is counted as it comes', async () => {
  const { office, cookie } = await anOffice();
  const chunk = new TextEncoder().encode('x'.repeat(1024));
  const body = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(chunk) });
  const request = new Request(`${origin}/api/teams/blue/incident`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body,
    duplex: 'half',
  });
  expect((await office.app.request(request)).status).toBe(413);
});

const malformed = ['', '{', '[]', 'null', '1', '"text"', '{"text":}', '\u0000', '{"__proto__":{"team":"red"}}'];

test.each(cases)('%s understands nothing but its own JSON, and writes nothing', async (path) => {
  const { office, cookie } = await anOffice();
  const before = office.log.length;
  for (const body of malformed) {
    const { status } = await office.call('POST', path, {
      cookie,
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    expect([400, 415, 429]).toContain(status);
  }
  expect(office.log).toHaveLength(before);
  expect(office.failures).toEqual([]);
});

test.each(cases)('%s takes no field that it does not know', async (path, body) => {
  const { office, cookie } = await anOffice();
  const answer = await office.call('POST', path, { cookie, body: { ...(body as object), by: 'organizer' } });
  expect(answer.status).toBe(400);
});

/** JSON that looks like what a schema asks for, and here and there is something else. */
const anyLike = (schema: Schema): fc.Arbitrary<unknown> => {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return fc.oneof(...alternatives.map(anyLike), fc.jsonValue());
  const fields = Object.entries(schema.properties ?? {});
  const like = fc.record(
    Object.fromEntries(fields.map(([name, field]) => [name, fc.oneof(anyValueLike(field), fc.jsonValue())])),
    { requiredKeys: [] },
  );
  return fc.oneof(
    like,
    fc.tuple(like, fc.dictionary(fc.string(), fc.jsonValue())).map((parts) => Object.assign({}, ...parts) as unknown),
  );
};
const anyValueLike = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.type === 'string')
    return fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('blue', 'red', 'question', '\ud800', '__proto__'));
  if (schema.type === 'boolean') return fc.boolean();
  return fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 1, 1e300, 2 ** 53));
};
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

test.each(writes.map(({ path, schema }) => [path, schema as Schema] as const))(
  'whatever is sent to %s, it is done or refused; what is refused writes nothing',
  async (path, schema) => {
    const { office, cookie } = await anOffice();
    await fc.assert(
      fc.asyncProperty(anyLike(schema), async (body) => {
        // A minute later nobody is kept out by what was counted.
        office.realNow += 60_000;
        const before = office.log.length;
        const { status } = await office.call('POST', path.replace('{team}', 'blue'), { cookie, body });
        expect(office.failures).toEqual([]);
        expect(status).toBeLessThan(500);
        if (status !== 200) expect(office.log).toHaveLength(before);
      }),
      { numRuns: 60 },
    );
  },
);

const reads = operationsOf(office).filter(({ method }) => method === 'GET');

test.each(reads.map(({ path }) => [path] as const))(
  'whatever %s is asked with, it is answered or refused',
  async (path) => {
    const { office, cookie } = await anOffice();
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%zz', '%E0%A4%A', '..', 'constructor', 'red'),
    );
    const anyPart = fc.oneof(anyText.map(encodeURIComponent), fc.constantFrom('%zz', '%E0%A4%A', 'blue'));
    await fc.assert(
      fc.asyncProperty(anyPart, anyPart, anyPart, async (team, name, value) => {
        office.realNow += 60_000;
        const asked = `${path.replace('{team}', team)}?since=${value}&${name}=${value}`;
        for (const sent of [cookie, `gameday-team=${value}; gameday-organizer=${name}`]) {
          const { status } = await office.call('GET', asked, { cookie: sent });
          expect(status).toBeLessThan(500);
        }
        expect(office.failures).toEqual([]);
      }),
      { numRuns: 40 },
    );
  },
);

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</script><!--', '\u2028javascript:'])(
  'what people write stays text in JSON: %s',
  async (text) => {
    const { office, cookie } = await anOffice();
    expect((await office.call('POST', '/api/teams/blue/questions', { cookie, body: { text } })).status).toBe(200);
    const announced = { type: 'announced', text };
    expect((await office.call('POST', '/api/organizer/steering', { cookie, body: announced })).status).toBe(200);
    for (const path of ['/api/teams/blue', '/api/organizer', '/api/scoreboard', '/api/organizer/log']) {
      const answer = await office.call('GET', path, { cookie });
      expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(text).slice(1, -1));
    }
  },
);

test('a team’s name stays text in JSON, whatever it is', async () => {
  const name = '<img src=x onerror=alert(1)>';
  const event = anEvent({ teams: [{ id: 'blue', name, account: '111111111111' }] });
  const named = new Office({ event });
  const cookie = `${await named.team('blue')}; ${await named.organizer()}`;
  for (const path of ['/api/teams/blue', '/api/organizer', '/api/scoreboard']) {
    const answer = await named.call('GET', path, { cookie });
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(await answer.text()).toContain(name);
  }
});

test.each<[string, Record<string, string>, number]>([
  ['a page of another site', { Origin: 'https://evil.example' }, 403],
  ['a sandboxed page', { Origin: 'null' }, 403],
  ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['a neighbour of the domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ['a form of plain text', { 'Content-Type': 'text/plain' }, 415],
  ['JSON by its looks', { 'Content-Type': 'text/plain; application/json' }, 415],
  ['the own page', { Origin: origin, 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['a command line', {}, 200],
])('a write from %s', async (_from, headers, status) => {
  const { office, cookie } = await anOffice();
  const before = office.log.length;
  const answer = await office.call('POST', '/api/teams/blue/incident', { cookie, body: { text: 'down' }, headers });
  expect(answer.status).toBe(status);
  expect(office.log).toHaveLength(before + (status === 200 ? 1 : 0));
});

test('whoever asks too often waits for the next minute, and the other team does not', async () => {
  const { office, cookie } = await anOffice();
  const red = await office.team('red');
  const ask = (team: string, session: string) =>
    office.call('POST', `/api/teams/${team}/questions`, { cookie: session, body: { text: 'why?' } });
  let asked = 0;
  while ((await ask('blue', cookie)).status === 200) asked += 1;
  expect(asked).toBe(60);
  expect((await ask('blue', cookie)).status).toBe(429);
  expect((await ask('red', red)).status).toBe(200);
  office.realNow += 60_000;
  expect((await ask('blue', cookie)).status).toBe(200);
});

test('a failure of the server says nothing of the server', async () => {
  const broken = new Office({ account: () => Promise.reject(new Error('password=hunter2 at /srv/gameday')) });
  const answer = await broken.call('GET', '/api/teams/blue/account', { cookie: await broken.team('blue') });
  expect([answer.status, await answer.json()]).toEqual([500, { title: 'The server could not answer', status: 500 }]);
  expect(broken.failures).toHaveLength(1);
});

test.each(['/api', '/api/nothing', '/api/teams', '/api/teams/blue/nothing'])('%s is not there', async (path) => {
  const { office, cookie } = await anOffice();
  const answer = await office.call('GET', path, { cookie });
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
});
