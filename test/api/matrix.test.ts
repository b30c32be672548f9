import { anEntry, declared, someLog } from '../support/builders';
import { Office } from './call';
import { goodBodies, operationsOf, type Operation } from './operations';

const operations = operationsOf(new Office());

/** Blue has asked and declared already, so that every write means something. */
function anOffice(): Office {
  const office = new Office();
  const asked = anEntry('asked', 30, { team: 'blue', text: 'may we?' }, { id: 'question', by: 'team:blue' });
  office.log = someLog(asked, declared('blue', 40));
  return office;
}

const send = (office: Office, { method, path }: Operation, cookie?: string): Promise<Response> =>
  office.call(method, path.replace('{team}', 'blue'), {
    ...(cookie === undefined ? {} : { cookie }),
    ...(method === 'POST' ? { body: goodBodies[path] } : {}),
  });

const callers = {
  nobody: () => Promise.resolve(undefined),
  'the team': (office: Office) => office.team('blue'),
  'another team': (office: Office) => office.team('red'),
  'an organizer': (office: Office) => office.organizer(),
};
type Caller = keyof typeof callers;

const admitted: Readonly<Record<string, readonly Caller[]>> = {
  public: ['nobody', 'the team', 'another team', 'an organizer'],
  team: ['the team'],
  'team-or-organizer': ['the team', 'an organizer'],
  organizer: ['an organizer'],
};

const cases = operations
  .filter(({ path, method }) => !(path === '/api/session' && method === 'POST'))
  .flatMap((operation) =>
    (Object.keys(callers) as Caller[]).map((caller) => [operation.method, operation.path, caller, operation] as const),
  );

test('the document names every audience, and a good body is known for every write', () => {
  expect(operations.map(({ audience }) => audience)).toEqual(
    operations.map(() => expect.stringMatching(/^(public|team|team-or-organizer|organizer)$/) as string),
  );
  expect(
    operations
      .filter(({ method }) => method === 'POST')
      .map(({ path }) => path)
      .sort(),
  ).toEqual(Object.keys(goodBodies).sort());
});

test.each(cases)('%s %s answers %s as its audience says', async (_method, _path, caller, operation) => {
  const office = anOffice();
  const cookie = await callers[caller](office);
  const before = [...office.log];
  const { status, headers } = await send(office, operation, cookie);
  if (admitted[operation.audience]?.includes(caller)) {
    expect(status).toBe(200);
  } else {
    expect(status).toBe(caller === 'nobody' ? 401 : 403);
    expect(headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect(office.log).toEqual(before);
  }
  expect(office.failures).toEqual([]);
});

const writes = operations.filter(
  ({ method, path }) => method === 'POST' && !/session|test|console|credentials/.test(path),
);

test.each(writes.map((operation) => [operation.path, operation] as const))(
  'what is sent to %s stands in the log, by whoever sent it',
  async (path, operation) => {
    const office = anOffice();
    const byTeam = operation.audience === 'team';
    const cookie = await (byTeam ? office.team('blue') : office.organizer());
    const before = office.log.length;
    expect((await send(office, operation, cookie)).status).toBe(200);
    expect(office.log).toHaveLength(before + 1);
    const { number: _number, teams: _teams, ...said } = goodBodies[path] as Record<string, unknown>;
    expect(office.log.at(-1)).toMatchObject({
      ...said,
      by: byTeam ? 'team:blue' : 'organizer',
      at: new Date(office.now).toISOString(),
      ...(byTeam ? { team: 'blue' } : {}),
    });
  },
);

test.each(writes.map((operation) => [operation.path, operation] as const))(
  'once the records are closed, %s says so',
  async (_path, operation) => {
    const office = anOffice();
    office.closed = true;
    const cookie = await (operation.audience === 'team' ? office.team('blue') : office.organizer());
    expect((await send(office, operation, cookie)).status).toBe(409);
  },
);
