import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { accountView } from '../../lib/aws/account-view';
import { publishedBoard } from '../../lib/aws/board';
import { EventRecords } from '../../lib/aws/event-records';
import { eventTable } from '../../lib/aws/event-table';
import { environmentsView } from '../../lib/aws/measuring/environments-view';
import { publishedWindows } from '../../lib/aws/published-windows';
import { scorerHealthMetrics } from '../../lib/aws/scorer-metrics';
import { TeamAccounts } from '../../lib/aws/team-account';
import { archivedWindows } from '../../lib/aws/window-archive';
import { gameDayNamespace, windowDatums } from '../../lib/aws/window-metrics';
import { eventId } from '../../lib/core/event/event-id';
import { windowSeconds } from '../../lib/core/scorer/ports';
import { tick } from '../../lib/core/scorer/tick';
import { region, serviceKey, startEmulator } from '../emulator/emulator';
import { anEvent } from '../support/builders';
import { tryFindPythonTools } from '../support/python-tools';
import { figure, type Figure } from './figure';

const TEAMS = 10;
const ROUNDS = 12;
const RUNS = 5;
const MINUTE_MS = 60_000;

/** One tick of a warm scorer at 10 teams against the emulator, whose own work is counted. Left out where moto is not installed. */
export async function benchEmulator(): Promise<Figure[]> {
  if (tryFindPythonTools() === undefined) return [];
  const ids = Array.from({ length: TEAMS }, (_, index) => index);
  const teams = ids.map((index) => ({
    id: `team-${index}`,
    name: `Team ${index}`,
    account: `${111111111100 + index}`,
  }));
  const emulator = await startEmulator('999999999999', []);
  const options = { endpoint: emulator.url, region, credentials: serviceKey, forcePathStyle: true };
  try {
    const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    const startsAt = now - (ROUNDS + 3) * MINUTE_MS;
    const event = anEvent({ teams, startsAt, durationSeconds: 4 * 3600 });
    const id = eventId(event);
    await makePlaces(options);
    await publish(options, id, teams, startsAt);
    const records = new EventRecords('records', id, () => undefined, options);
    await records.append({ id: 'start', at: new Date(startsAt).toISOString(), by: 'organizer', type: 'started' });
    const names = teams.map((team) => team.id);
    const scorer = tick(
      {
        log: { all: () => records.log(), append: (entry) => records.append(entry) },
        environments: environmentsView(options),
        rounds: records,
        windows: publishedWindows(id, names, options),
        archive: archivedWindows({ client: new S3Client(options), bucket: 'files', event: id }),
        accounts: accountView(new TeamAccounts(options)),
        board: publishedBoard('files', options),
        health: scorerHealthMetrics(id, options),
        note: () => undefined,
      },
      event,
    );
    // The first catches up, makes clients and takes on roles, as after a deployment.
    await scorer(now);
    const seconds: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      await scorer(now + run * 1000);
      seconds.push((performance.now() - begun) / 1000);
    }
    return [figure(`scorer: a tick at ${TEAMS} teams against moto`, 's', seconds)];
  } finally {
    await emulator.stop();
  }
}

interface Options {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof serviceKey;
  readonly forcePathStyle: boolean;
}

async function makePlaces(options: Options): Promise<void> {
  const { partitionKey, sortKey } = eventTable;
  await new DynamoDBClient(options).send(
    new CreateTableCommand({
      TableName: 'records',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  const place = { LocationConstraint: region } as const;
  await new S3Client(options).send(new CreateBucketCommand({ Bucket: 'files', CreateBucketConfiguration: place }));
}

async function publish(
  options: Options,
  event: string,
  teams: readonly { readonly id: string }[],
  startsAt: number,
): Promise<void> {
  const client = new CloudWatchClient(options);
  const counts = { fast: 590, acceptable: 5, slow: 2, faulty: 0, failed: 3, expected: 600, p50Ms: 80, p95Ms: 400 };
  for (let at = startsAt; at < startsAt + ROUNDS * MINUTE_MS; at += windowSeconds * 1000) {
    const MetricData = teams.flatMap(({ id }) => windowDatums(event, { team: id, startsAt: at, flags: [], ...counts }));
    await client.send(new PutMetricDataCommand({ Namespace: gameDayNamespace, MetricData }));
  }
}
