import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessPorts } from '../../lib/access/aws/access-ports';
import { cliCredentials } from '../../lib/access/enter-account';
import { openSession } from '../../lib/access/open-session';
import type { AccessPorts, ParticipantCredentials } from '../../lib/access/ports';
import { RecordTable } from '../../lib/accounts/aws/record-table';
import { pooledRoleArn } from '../../lib/accounts/role-names';
import { EventRecords } from '../../lib/aws/event-records';
import type { GameDayEvent } from '../../lib/core/event/event';
import { eventId } from '../../lib/core/event/event-id';
import { steeringEntry } from '../../lib/core/time/steering';
import type { Snapshot } from '../../lib/core/view/snapshot';
import type { Examined } from '../../lib/doctor/examine';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { WindowPublisher } from '../../load/aws/window-publisher';
import { scratchFolder } from '../e2e/rehearsal-process';
import { holding } from '../support/refusal';
import { aliveProgram } from './alive-program';
import { awsAs } from './aws-command';
import { gameday } from './cdk';
import { organizerOptions } from './cloudformation';
import { region, startEmulator, type Emulator } from './emulator';
import { invoke } from './lambda';
import { managedOrganizer, managementProfile } from './managed-organizer';
import { insider } from './pool';
import { roleOptions } from './roles';

// Each command is a process of its own, and most work in several accounts.
jest.setTimeout(300_000);

const MINUTE_MS = 60_000;
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');
const receipts = join(scratch.path, 'reclaims');
const asManagement = ['--management-profile', managementProfile];
const eventText = (accounts: readonly string[]) => `name: Pool Day
scenario: rental-market
starts: 2026-12-10T09:00:00Z
duration: 30m
round: 1m
freeze: 0s
traffic: [{ at: 0s, rps: 1 }]
spikes: []
experiments: []
accounts:
  email: aws+gameday-{n}@example.com
teams:
  - { id: blue, name: Blue Whales${accounts[0] === undefined ? '' : `, account: "${accounts[0]}"`} }
  - { id: red, name: Red Foxes${accounts[1] === undefined ? '' : `, account: "${accounts[1]}"`} }
`;

let local: Emulator;
/** As the organizer has it, whose account is not the one that manages the organization. */
let emulator: Emulator;
let organizer: string;
let event: GameDayEvent;
let outputs: Readonly<Record<string, string>>;
let blue: string;
let red: string;
let ports: AccessPorts;
const codes = new Map<string, string>();
const endpoint = process.env['AWS_ENDPOINT_URL'];

beforeAll(async () => {
  local = await startEmulator('999999999999', []);
  ({ account: organizer, emulator } = await managedOrganizer(local, scratch.path));
  writeFileSync(eventFile, eventText([]));
  // What this test calls itself makes its own clients, as a server would.
  process.env['AWS_ENDPOINT_URL'] = local.url;
}, 60_000);
afterAll(async () => {
  if (endpoint === undefined) delete process.env['AWS_ENDPOINT_URL'];
  else process.env['AWS_ENDPOINT_URL'] = endpoint;
  await local.stop();
  scratch.remove();
});

/** Runs a command that must succeed. Returns what it said. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, output } = await gameday(emulator, ...args);
  expect({ args, code, output: code === 0 ? '' : output }).toEqual({ args, code: 0, output: '' });
  return output;
}
/** The same for one that looks into buckets: their names below localhost resolve on some machines only. */
const looking = (...args: readonly string[]) =>
  gameday(
    {
      ...emulator,
      env: { ...emulator.env, AWS_ENDPOINT_URL_S3: emulator.url.replace('localhost', '127.0.0.1') },
    },
    ...args,
  );
const accounts = (verb: string, ...args: readonly string[]) =>
  done('accounts', verb, ...args, '--event', eventFile, ...asManagement);
const available = async (): Promise<string[]> =>
  [...(await accounts('list', '--yaml')).matchAll(/^account: "(\d{12})"$/gm)].map(([, id]) => id!);
const records = () => new RecordTable(organizerOptions(emulator)).list('gameday');

function failing(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}

test('five accounts are created for an organizer who does not manage the organization; a second run changes nothing', async () => {
  await accounts('create', '5', '--yes');
  const made = await available();
  expect(new Set(made).size).toBe(5);
  expect(made).not.toContain(organizer);
  const before = await records();
  expect(await accounts('create', '5', '--yes')).toContain('nothing is changed');
  expect(await records()).toEqual(before);
  expect(await accounts('doctor')).toContain('sound');
  [blue = '', red = ''] = made;
  writeFileSync(eventFile, eventText(made));
  event = await readEventFile(eventFile);
});

test('the event is deployed into two of them, and the doctor finds nothing to do but what this machine has no part of', async () => {
  await done('deploy', '--event', eventFile, '--yes', '--outputs', join(scratch.path, 'outputs.json'));
  outputs = await aliveProgram(emulator, event);
  const { output } = await looking('doctor', eventFile, '--json', ...asManagement);
  const { checks } = JSON.parse(/^\{$[^]*?^\}$/m.exec(output)?.[0] ?? '') as { readonly checks: readonly Examined[] };
  const told = checks.map(({ team, name, finding }) => `${team ?? 'event'} ${name} ${finding.verdict}`);
  // There is no CloudFront here, and nobody answers at the address of a load balancer.
  expect(told.filter((each) => each.endsWith(' red'))).toEqual([
    'event pages red',
    'blue journey red',
    'red journey red',
  ]);
  for (const team of ['blue', 'red']) {
    expect(told).toEqual(
      expect.arrayContaining(
        ['account', 'roles', 'bootstrap', 'stack', 'observer'].map((name) => `${team} ${name} green`),
      ),
    );
  }
  expect(told).toContain('event guardrails green');
});

async function entered(team: string): Promise<ParticipantCredentials> {
  const opened = await openSession(ports, codes.get(team) ?? '', '192.0.2.1');
  if (!opened.ok) throw new Error(opened.refusal);
  const credentials = await cliCredentials(ports, opened.session);
  if (!credentials.ok) throw new Error(credentials.refusal);
  return credentials.value;
}
const eventRecords = () =>
  new EventRecords(outputs['Table'] ?? '', eventId(event), failing, organizerOptions(emulator));
let startedAt: number;

test('a code opens its team’s account once the event has started and the account is live, and not before', async () => {
  const sheets = await done('access', 'codes', '--event', eventFile);
  for (const [, team = '', code = ''] of sheets.matchAll(/Team .*\((\w+)\)[^]*?Code +(\S+)/g)) codes.set(team, code);
  expect([...codes.keys()]).toEqual(['blue', 'red']);
  const { credentials } = organizerOptions(emulator);
  const home = { account: organizer, region, partition: 'aws', credentials: () => Promise.resolve(credentials) };
  ports = accessPorts(event, outputs['Table'] ?? '', home, failing);
  await expect(entered('blue')).rejects.toThrow('not-started');
  // As `gameday start` decides it, but seven minutes ago, so that rounds have settled.
  const start = steeringEntry(
    event,
    await eventRecords().log(),
    { type: 'started' },
    { now: Date.now() - 7 * MINUTE_MS, newId: 'start' },
  );
  if (!start.ok) throw new Error(start.reason);
  await eventRecords().append(start.entry);
  startedAt = Date.parse(start.entry.at);
  await expect(entered('blue')).rejects.toThrow('account-shut');
  await accounts('open', '--yes');
  expect(await entered('blue')).toMatchObject({ sessionToken: expect.any(String) as string });
});

test('participants act in their own account, see nothing of the other team’s, and become nobody there', async () => {
  const seats = [
    { mine: blue, name: 'of-blue', other: red, theirs: 'of-red', aws: awsAs(emulator, await entered('blue')) },
    { mine: red, name: 'of-red', other: blue, theirs: 'of-blue', aws: awsAs(emulator, await entered('red')) },
  ];
  for (const { mine, name, aws } of seats) {
    expect((await aws('sts', 'get-caller-identity')).answer).toMatchObject({ Account: mine });
    expect(await aws('sns', 'create-topic', '--name', name)).toMatchObject({ code: 0, error: '' });
  }
  for (const { name, theirs, other, aws } of seats) {
    const seen = JSON.stringify((await aws('sns', 'list-topics')).answer);
    expect([seen.includes(name), seen.includes(theirs)]).toEqual([true, false]);
    const role = pooledRoleArn(other, 'participant');
    const told = await aws('sts', 'assume-role', '--role-arn', role, '--role-session-name', 'curious');
    expect({ refused: told.code !== 0, error: told.error }).toEqual({ refused: true, error: holding('AccessDenied') });
  }
});

test('what the load program publishes is scored, better service higher', async () => {
  const options = await roleOptions(emulator, `arn:aws:iam::${organizer}:role/gameday/${eventId(event)}-load`);
  const cloudWatch = new CloudWatchClient(options);
  const archive = { client: new S3Client(options), bucket: outputs['Archive'] ?? '', event: eventId(event) };
  const publisher = new WindowPublisher({
    cloudWatch,
    archive,
    writer: 'one',
    note: () => undefined,
    dropped: failing,
  });
  for (let window = 0; window < 24; window++) {
    const about = { startsAt: startedAt + window * 10_000, expected: 10, acceptable: 0, slow: 0, faulty: 0, flags: [] };
    publisher.take({ ...about, team: 'blue', fast: 10, failed: 0, p50Ms: 20, p95Ms: 90 });
    publisher.take({ ...about, team: 'red', fast: 7, failed: 3, p50Ms: 20, p95Ms: 90 });
  }
  await publisher.drain(30_000);
  await invoke(emulator, outputs['ScorerFunction'] ?? '');
  const s3 = new S3Client(organizerOptions(emulator));
  const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: outputs['Site'] ?? '', Key: 'scoreboard.json' }));
  const board = JSON.parse((await body?.transformToString()) ?? '') as Snapshot;
  expect(board.rounds).toBeGreaterThanOrEqual(3);
  const [first, second] = board.teams;
  expect([first?.id, second?.id]).toEqual(['blue', 'red']);
  expect(first?.points ?? 0).toBeGreaterThan(second?.points ?? 0);
  expect(second?.points ?? 0).toBeGreaterThan(0);
  expect(board.teams.every(({ spendUsdPerHour }) => (spendUsdPerHour ?? 0) > 0)).toBe(true);
});

test('after the close the accounts are taken back, proved clean and available, and a run after that changes nothing', async () => {
  await done('close', eventFile, '--yes');
  const reclaim = ['reclaim', '--event', eventFile, '--cool-down', '0', '--patience', '10s', '--receipts', receipts];
  const plan = await looking(...reclaim, ...asManagement);
  expect(plan).toMatchObject({ code: 0, output: holding(`--yes ${[blue, red].join(',')}`) });
  const { code, output } = await looking(...reclaim, ...asManagement, '--yes', `${blue},${red}`);
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  expect(await available()).toHaveLength(5);
  for (const account of [blue, red]) {
    expect(readdirSync(receipts)).toContainEqual(expect.stringMatching(new RegExp(`^${account}.*\\.json$`)));
    const sns = new SNSClient(await insider(local, account));
    expect((await sns.send(new ListTopicsCommand({}))).Topics ?? []).toEqual([]);
  }
  await expect(entered('blue')).rejects.toThrow(/event-over|account-shut/);

  const before = await records();
  expect(await accounts('create', '5', '--yes')).toContain('nothing is changed');
  expect(await records()).toEqual(before);
  expect(await accounts('doctor')).toContain('sound');
});
