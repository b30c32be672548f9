import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventRecords } from '../../lib/aws/event-records';
import { eventTable } from '../../lib/aws/event-table';
import { play } from '../../lib/core/game';
import { readFolder } from '../../lib/rehearsal/records/folder';
import { scratchFolder } from '../e2e/rehearsal-process';
import { anEntry, aRound, at, someLog } from '../support/builders';
import { gameday } from './cdk';
import { deployTemplate, organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';

const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');
const eventText = `name: Kept
scenario: rental-market
starts: 2026-12-10T08:00:00Z
teams:
  - { id: blue, name: Blue Whales, account: "111111111111" }
`;

let emulator: Emulator;
/** The records as the scorer has them. */
let table: EventRecords;
beforeAll(async () => {
  emulator = await startEmulator('999999999999', []);
  writeFileSync(eventFile, eventText);
  const { partitionKey, sortKey } = eventTable;
  const keys = [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  const definitions = keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' }));
  const properties = { BillingMode: 'PAY_PER_REQUEST', KeySchema: keys, AttributeDefinitions: definitions };
  const resources = { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'kept', ...properties } } };
  await deployTemplate(emulator, 'gameday-kept-organizer', resources, { Table: { Value: { Ref: 'Table' } } });
  table = new EventRecords('kept', 'kept', () => undefined, organizerOptions(emulator));
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

test('a folder of fetched records gives the same game as the table', async () => {
  const log = someLog(anEntry('incident-declared', 70, { team: 'blue', text: 'slow' }));
  for (const entry of log) await table.append(entry);
  const measured = [aRound({ fast: 60 }), aRound({ failed: 60 }), aRound({ fast: 60 }), aRound({ fast: 60 })];
  for (const [round, measurement] of measured.entries())
    await table.put({ round, team: 'blue', startsAt: at(round * 60), measurement });

  const out = join(scratch.path, 'fetched');
  const { code, output } = await gameday(emulator, 'records', eventFile, '--out', out);
  expect(output).toContain('4 rounds and 2 entries');
  expect(code).toBe(0);
  const { event, rounds, log: fetched, problems } = await readFolder(out);
  expect(problems).toEqual([]);
  const now = at(300);
  expect(play(event, rounds, fetched, now)).toEqual(play(event, await table.all(), await table.log(), now));

  const again = await gameday(emulator, 'records', eventFile, '--out', out);
  expect(again).toMatchObject({ code: 2, output: expect.stringContaining('is there already') as string });
}, 120_000);

test('what a team says goes into the table, and nothing can be declared while the event does not play', async () => {
  const say = (verb: string, ...words: string[]) =>
    gameday(emulator, 'incident', verb, eventFile, '--team', 'blue', ...words);
  expect(await say('declare', '--text', 'Nobody can book')).toMatchObject({ code: 2 });
  expect(await say('update', '--text', 'We know', '--audience', 'external')).toMatchObject({ code: 0 });
  const written = (await table.log()).filter(({ type }) => type.startsWith('incident-'));
  expect(written.map(({ type, by }) => `${type} by ${by}`).sort()).toEqual([
    'incident-declared by organizer',
    'incident-updated by organizer',
  ]);
}, 120_000);
