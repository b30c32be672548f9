import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { examineRehearsal } from '../../../lib/rehearsal/api/readiness';
import { anEvent } from '../../support/builders';

const { teams } = anEvent();
const to = (id: string, port: number) => ({ id, url: `http://127.0.0.1:${port}`, account: '', signingKey: '' });
const verdicts = async (props: Omit<Parameters<typeof examineRehearsal>[0], 'teams'>) =>
  (await examineRehearsal({ teams, ...props })).map(({ team, name, finding }) => [team ?? name, finding.verdict]);

test('a team’s front that nobody can connect to is red, an open one green', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = await verdicts({ addresses: [to('blue', port), to('red', port)], isEngineUp: true });
  server.close();
  await once(server, 'close');
  const closed = await verdicts({ addresses: [to('blue', port)], isEngineUp: true });
  expect(open.slice(2)).toEqual([
    ['blue', 'green'],
    ['red', 'green'],
  ]);
  expect(closed.slice(2)).toEqual([
    ['blue', 'red'],
    ['red', 'not-applicable'],
  ]);
});

test.each([
  ['lives', true, 'green'],
  ['has ended', false, 'red'],
  ['is not needed', undefined, 'not-applicable'],
])('an engine that %s', async (_what, isEngineUp, verdict) => {
  expect((await verdicts({ addresses: [], isEngineUp })).slice(0, 2)).toEqual([
    ['pages', 'green'],
    ['engine', verdict],
  ]);
});
