import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventTable } from '../../lib/aws/event-table';
import { EventRecords } from '../../lib/aws/event-records';
import { bundleOf } from '../../lib/constructs/bundle';
import { eventId } from '../../lib/core/event/event-id';
import { eventJson } from '../../lib/core/event/event-json';
import type { ExperimentCard } from '../../lib/core/experiments/experiment';
import { synthesise } from '../../lib/scenarios/synth';
import { scratchFolder } from '../e2e/rehearsal-process';
import { anExperiment } from '../support/an-experiment';
import { anEvent } from '../support/builders';
import { organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';
import { accountState } from './experiments-state';
import { conductorRole, furnish, organizer, teams } from './experiments-parts';

const MINUTE_MS = 60_000;
const cards: readonly ExperimentCard[] = [
  anExperiment({ id: 'zone', fault: { kind: 'zone-outage', zone: 0 }, durationSeconds: 3600 }),
  anExperiment({ id: 'nat', fault: { kind: 'nat-loss' } }),
];
const event = anEvent({
  name: 'Spring',
  teams,
  experiments: [
    { experiment: 'zone', atSeconds: 0 },
    { experiment: 'nat', atSeconds: 0 },
  ],
});
const scratch = scratchFolder();

let emulator: Emulator;
let records: EventRecords;
beforeAll(async () => {
  emulator = await startEmulator(
    organizer,
    teams.map(({ account }) => account),
  );
  const { good } = await synthesise('rental-market');
  for (const { account } of teams) await furnish(emulator, account, good);
  const options = organizerOptions(emulator);
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  await s3.send(
    new CreateBucketCommand({ Bucket: 'event', CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
  );
  await s3.send(new PutObjectCommand({ Bucket: 'event', Key: 'event.json', Body: eventJson(event) }));
  const key = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  await new DynamoDBClient(options).send(
    new CreateTableCommand({
      TableName: 'records',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [key(eventTable.partitionKey), key(eventTable.sortKey)],
      KeySchema: [
        { AttributeName: eventTable.partitionKey, KeyType: 'HASH' },
        { AttributeName: eventTable.sortKey, KeyType: 'RANGE' },
      ],
    }),
  );
  records = new EventRecords('records', eventId(event), failing, options);
  writeFileSync(join(scratch.path, 'index.js'), bundleOf(join(__dirname, '../../lib/handlers/conductor.lambda.ts')));
  writeFileSync(join(scratch.path, 'experiments.json'), JSON.stringify(cards));
}, 180_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

function failing(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}

/** Runs the bundled program once, as Lambda does, with the conductor's role. */
async function step(): Promise<void> {
  const env = {
    PATH: process.env['PATH'],
    ...(await emulator.envOfRole(conductorRole)),
    EVENT_BUCKET: 'event',
    EVENT_KEY: 'event.json',
    TABLE_NAME: 'records',
  };
  const start = "require('./index.js').handler().catch((error) => { console.error(error); process.exit(1); })";
  await promisify(execFile)(process.execPath, ['-e', start], { cwd: scratch.path, env });
}
const runs = async () =>
  (await records.log()).flatMap((entry) => ('run' in entry ? [`${entry.type} ${entry.run}`] : [])).sort();

test('the deployed conductor begins what is due in every account, records what it could not, and ends all on order', async () => {
  const before = await Promise.all(teams.map(({ account }) => accountState(emulator, account)));
  await step();
  expect(await runs()).toEqual([]);

  await records.append({
    id: 'start',
    at: new Date(Date.now() - 5 * MINUTE_MS).toISOString(),
    by: 'organizer',
    type: 'started',
  });
  await step();
  const begun = [
    'experiment-refused nat-1-blue',
    'experiment-refused nat-1-red',
    'experiment-started zone-0-blue',
    'experiment-started zone-0-red',
  ];
  expect(await runs()).toEqual(begun);
  const during = await Promise.all(teams.map(({ account }) => accountState(emulator, account)));
  expect(during.map(({ living }) => living)).toEqual([1, 1]);

  await records.append({ id: 'stop', at: new Date().toISOString(), by: 'organizer', type: 'stop-ordered' });
  await step();
  expect(await runs()).toEqual(['experiment-ended zone-0-blue', 'experiment-ended zone-0-red', ...begun]);
  expect(await Promise.all(teams.map(({ account }) => accountState(emulator, account)))).toEqual(before);
}, 120_000);
