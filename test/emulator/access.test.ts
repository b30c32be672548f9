import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostFailures } from '../../lib/access/attempt-limit';
import { accessPorts } from '../../lib/access/aws/access-ports';
import { cliCredentials } from '../../lib/access/enter-account';
import { openSession } from '../../lib/access/open-session';
import type { AccessPorts, ParticipantCredentials } from '../../lib/access/ports';
import { RecordTable } from '../../lib/accounts/aws/record-table';
import type { RecordState } from '../../lib/accounts/account-state';
import { pooledRoles, pooledRoleArn } from '../../lib/accounts/role-names';
import { EventRecords } from '../../lib/aws/event-records';
import { eventId } from '../../lib/core/event/event-id';
import { organizerOutputs } from '../../lib/deploy/aws/organizer-outputs';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { scratchFolder } from '../e2e/rehearsal-process';
import { standInOrganizerStack, standInPool } from './access-plane';
import { awsAs } from './aws-command';
import { gameday } from './cdk';
import { organizerOptions } from './cloudformation';
import { region, startEmulator, type Emulator } from './emulator';

const organizer = '999999999999';
const accounts = { blue: '111111111111', red: '222222222222' };
type TeamId = keyof typeof accounts;
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');

let emulator: Emulator;
let ports: AccessPorts;
const codes = new Map<string, string>();
const endpoint = process.env['AWS_ENDPOINT_URL'];

beforeAll(async () => {
  emulator = await startEmulator(organizer, Object.values(accounts));
  writeFileSync(
    eventFile,
    `name: Handed Out
scenario: rental-market
starts: 2026-12-10T09:00:00Z
teams:
  - { id: blue, name: Blue Whales, account: "${accounts.blue}" }
  - { id: red, name: Red Foxes, account: "${accounts.red}" }
`,
  );
  const event = await readEventFile(eventFile);
  await standInOrganizerStack(emulator, event);
  await standInPool(emulator, event, organizer);
  // What this test calls itself makes its own clients, as a server would.
  process.env['AWS_ENDPOINT_URL'] = emulator.url;
  const { credentials } = organizerOptions(emulator);
  const home = { account: organizer, region, partition: 'aws', credentials: () => Promise.resolve(credentials) };
  const { table } = await organizerOutputs(event, home, eventFile);
  ports = accessPorts(event, table, home, failing);
  const records = new EventRecords(table, eventId(event), failing, organizerOptions(emulator));
  const at = new Date(Date.now() - 60_000).toISOString();
  await records.append({ id: 'start', at, by: 'organizer', type: 'started' });
}, 120_000);
afterAll(async () => {
  if (endpoint === undefined) delete process.env['AWS_ENDPOINT_URL'];
  else process.env['AWS_ENDPOINT_URL'] = endpoint;
  await emulator.stop();
  scratch.remove();
});

function failing(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}

async function giveCodes(...args: readonly string[]): Promise<string> {
  const { code, output } = await gameday(emulator, 'access', 'codes', '--event', eventFile, ...args);
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  for (const [, team = '', given = ''] of output.matchAll(/Team .*\((\w+)\)[^]*?Code +(\S+)/g)) codes.set(team, given);
  return output;
}

async function entered(team: TeamId): Promise<ParticipantCredentials> {
  const opened = await openSession(ports, codes.get(team) ?? '', '192.0.2.1');
  if (!opened.ok) throw new Error(opened.refusal);
  const credentials = await cliCredentials(ports, opened.session);
  if (!credentials.ok) throw new Error(credentials.refusal);
  return credentials.value;
}

test('gameday access codes gives each team a code once', async () => {
  await giveCodes();
  expect([...codes.keys()]).toEqual(['blue', 'red']);
  expect(await giveCodes()).not.toContain('Code');
}, 60_000);

test('what a team is handed out acts in its own account, under the names of team and event', async () => {
  const aws = awsAs(emulator, await entered('blue'));
  expect((await aws('sts', 'get-caller-identity')).answer).toMatchObject({
    Account: accounts.blue,
    Arn: `arn:aws:sts::${accounts.blue}:assumed-role/participant/blue@handed-out`,
  });
  expect(await aws('sns', 'create-topic', '--name', 'of-blue')).toMatchObject({ code: 0, error: '' });
}, 60_000);

test('teams see nothing of each other, either way', async () => {
  const [blue, red] = await Promise.all([entered('blue'), entered('red')]);
  const [asBlue, asRed] = [awsAs(emulator, blue), awsAs(emulator, red)];
  expect(await asRed('sns', 'create-topic', '--name', 'of-red')).toMatchObject({ code: 0, error: '' });
  const seen = async (aws: typeof asBlue) => JSON.stringify((await aws('sns', 'list-topics')).answer);
  expect(await seen(asBlue)).toMatch(/of-blue/);
  expect(await seen(asBlue)).not.toMatch(/of-red/);
  expect(await seen(asRed)).toMatch(/of-red/);
  expect(await seen(asRed)).not.toMatch(/of-blue/);
}, 60_000);

test('a participant can become none of the organizer’s roles, in no account, and nobody in another team’s', async () => {
  const aws = awsAs(emulator, await entered('blue'));
  const roles = [
    ...Object.values(accounts).flatMap((account) => pooledRoles.map((role) => pooledRoleArn(account, role))),
    ...Object.values(accounts).map((account) => `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`),
    `arn:aws:iam::${accounts.red}:role/cdk-gameday-deploy-role`,
  ];
  for (const role of roles) {
    const told = await aws('sts', 'assume-role', '--role-arn', role, '--role-session-name', 'curious');
    expect({ role, succeeded: told.code === 0, denied: told.error.includes('AccessDenied') }).toEqual({
      role,
      succeeded: false,
      denied: true,
    });
  }
}, 120_000);

test('a rotated code lets nobody in, and what it opened is shut', async () => {
  const old = codes.get('blue') ?? '';
  const before = await openSession(ports, old, '192.0.2.1');
  await giveCodes('--rotate', '--team', 'blue', '--yes');
  expect(await openSession(ports, old, '192.0.2.1')).toEqual({ ok: false, refusal: 'wrong-code' });
  expect(await cliCredentials(ports, before.ok ? before.session : '')).toEqual({ ok: false, refusal: 'session-over' });
  expect(await entered('blue')).toMatchObject({ sessionToken: expect.any(String) as string });
}, 60_000);

test('guesses are counted in the event’s table', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 3 * mostFailures.perAddress }, () => openSession(ports, 'a guess', '192.0.2.66')),
  );
  expect(guesses).toContainEqual({ ok: false, refusal: 'too-many-attempts' });
});

test('an account of the pool is open while its record says live, for participants and for gameday access console', async () => {
  const table = new RecordTable(organizerOptions(emulator));
  const blank = { schemaVersion: 1, pool: 'gameday', slot: 1, email: 'aws+1@example.com', history: [] } as const;
  let record = await table.save({ ...blank, account: accounts.blue, state: 'live', version: 0 });
  const become = async (state: RecordState) => (record = await table.save({ ...record, state }));
  const look = () => gameday(emulator, 'access', 'console', '--event', eventFile, '--team', 'blue', '--as', 'process');
  const { code, output } = await look();
  expect(code).toBe(0);
  expect(JSON.parse(/^\{.*\}$/m.exec(output)?.[0] ?? '')).toMatchObject({
    Version: 1,
    AccessKeyId: expect.any(String) as string,
  });
  await become('frozen');
  await expect(entered('blue')).rejects.toThrow('account-shut');
  expect(await look()).toMatchObject({ code: 2, output: expect.stringContaining('not open') as string });
}, 60_000);
