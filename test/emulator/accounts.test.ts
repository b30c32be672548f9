import { DescribeContinuousBackupsCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateOrganizationCommand, ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordTable } from '../../lib/accounts/aws/record-table';
import { scratchFolder } from '../e2e/rehearsal-process';
import { gameday } from './cdk';
import { gamedayKilledAt } from './killed';
import { organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';

const organizer = '999999999999';
const scratch = scratchFolder();
const event = ['--event', join(scratch.path, 'event.yaml')];
const eventText = (accounts: readonly string[] = []) => `name: Pooled
scenario: rental-market
starts: 2026-12-10T09:00:00Z
accounts:
  email: aws+gameday-{n}@example.com
teams:
  - { id: blue, name: Blue Whales${accounts[0] === undefined ? '' : `, account: "${accounts[0]}"`} }
  - { id: red, name: Red Foxes${accounts[1] === undefined ? '' : `, account: "${accounts[1]}"`} }
`;

let emulator: Emulator;
let client: OrganizationsClient;
const accounts = (...args: readonly string[]) => gameday(emulator, 'accounts', ...args, ...event);
const members = async () =>
  ((await client.send(new ListAccountsCommand({}))).Accounts ?? []).filter(({ Id }) => Id !== organizer);
const available = async (): Promise<string[]> => {
  const { output } = await accounts('list', '--yaml');
  return [...output.matchAll(/^account: "(\d{12})"$/gm)].map(([, id]) => id!);
};

beforeAll(async () => {
  emulator = await startEmulator(organizer, []);
  client = new OrganizationsClient(organizerOptions(emulator));
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  writeFileSync(join(scratch.path, 'event.yaml'), eventText());
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

test('an account whose creation is killed at each step in turn is neither lost nor made twice', async () => {
  const steps = [
    'asks AWS for the account',
    'moves it into the pool',
    'waits until it can be entered',
    'makes the roles',
    'prepares it for CDK',
    'makes it available',
  ];
  for (const step of steps) {
    expect({
      step,
      killed: await gamedayKilledAt(emulator, step, 'accounts', 'create', '1', '--yes', ...event),
    }).toEqual({
      step,
      killed: true,
    });
    expect((await members()).length).toBeLessThanOrEqual(1);
  }
  expect(await accounts('create', '1', '--yes')).toMatchObject({ code: 0 });
  const made = await members();
  expect(made.map(({ Email }) => Email)).toEqual(['aws+gameday-1@example.com']);
  expect(await available()).toEqual(made.map(({ Id }) => Id));
}, 600_000);

test('the pool grows to the number wanted, guarded and prepared; a second run changes nothing', async () => {
  const first = await accounts('create', '2', '--yes');
  expect(first).toMatchObject({ code: 0 });
  const made = await members();
  expect(made.map(({ Email }) => Email).sort()).toEqual(['aws+gameday-1@example.com', 'aws+gameday-2@example.com']);
  expect((await available()).sort()).toEqual(made.map(({ Id }) => Id).sort());
  expect(await accounts('doctor')).toMatchObject({ code: 0, output: expect.stringContaining('sound') as string });

  const second = await accounts('create', '2', '--yes');
  expect(second.output).toContain('nothing is changed');
  expect(await members()).toHaveLength(2);
}, 300_000);

test('accounts are opened to the teams of the event and frozen one by one; one that a team is in is not closed', async () => {
  const [blue = '', red = ''] = await available();
  writeFileSync(join(scratch.path, 'event.yaml'), eventText([blue, red]));
  expect(await accounts('open', '--yes')).toMatchObject({ code: 0 });
  expect(await accounts('freeze', '--team', 'blue', '--yes')).toMatchObject({ code: 0 });
  const { output } = await accounts('list');
  expect(output).toMatch(new RegExp(`${blue} +frozen`));
  expect(output).toMatch(new RegExp(`${red} +live`));
  expect(await accounts('close', red, '--yes')).toMatchObject({
    code: 1,
    output: expect.stringContaining('live') as string,
  });
}, 120_000);

test('records are protected, and the slower of two writers is refused', async () => {
  const options = organizerOptions(emulator);
  const [record] = await new RecordTable(options).list('gameday');
  await new RecordTable(options).save({ ...record!, lastError: 'one' });
  await expect(new RecordTable(options).save({ ...record!, lastError: 'other' })).rejects.toMatchObject({
    code: 'RecordConflict',
  });
  expect((await new RecordTable(options).list('gameday'))[0]).toMatchObject({ lastError: 'one' });
  const table = { TableName: 'gameday-accounts' };
  const dynamo = new DynamoDBClient(options);
  const [{ Table: known }, { ContinuousBackupsDescription: backups }] = await Promise.all([
    dynamo.send(new DescribeTableCommand(table)),
    dynamo.send(new DescribeContinuousBackupsCommand(table)),
  ]);
  expect(known?.DeletionProtectionEnabled).toBe(true);
  expect(backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe('ENABLED');
}, 60_000);
