import {
  DeleteBackupCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListBackupsCommand,
  paginateListTables,
  UpdateTableCommand,
  type BackupSummary,
} from '@aws-sdk/client-dynamodb';
import type { Found } from '../../kind';
import { foundBy, gathered, type AwsKind, type Place } from '../place';

export const tableKinds: readonly AwsKind[] = [
  {
    service: 'dynamodb',
    type: 'table',
    list: async (place) => {
      const client = place.client(DynamoDBClient);
      const names = await gathered(paginateListTables({ client }, {}), ({ TableNames }) => TableNames);
      return Promise.all(names.map((name) => foundTable(client, name)));
    },
    release: async (place, id) => {
      const client = place.client(DynamoDBClient);
      const { Table } = await client.send(new DescribeTableCommand({ TableName: id }));
      if (Table?.DeletionProtectionEnabled !== true) return;
      await client.send(new UpdateTableCommand({ TableName: id, DeletionProtectionEnabled: false }));
    },
    remove: (place, id) => place.client(DynamoDBClient).send(new DeleteTableCommand({ TableName: id })),
  },
  {
    service: 'dynamodb',
    type: 'backup',
    list: async (place) => foundBy(await backups(place), ({ BackupArn }) => BackupArn),
    remove: (place, id) => place.client(DynamoDBClient).send(new DeleteBackupCommand({ BackupArn: id })),
  },
];

/** Requests to a table on demand end with the load; a table at rest costs by its gigabytes only, which the price table leaves out. */
async function foundTable(client: DynamoDBClient, name: string): Promise<Found> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const { ReadCapacityUnits: readUnits = 0, WriteCapacityUnits: writeUnits = 0 } = Table?.ProvisionedThroughput ?? {};
  return { id: name, priced: { kind: 'table', id: name, mode: 'provisioned', readUnits, writeUnits } };
}

/**
 * Backups that somebody made. What AWS keeps of a deleted table goes by itself and costs nothing.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
 */
async function backups(place: Place): Promise<BackupSummary[]> {
  const found: BackupSummary[] = [];
  let from: string | undefined;
  do {
    const page = await place
      .client(DynamoDBClient)
      .send(new ListBackupsCommand({ BackupType: 'USER', ExclusiveStartBackupArn: from }));
    found.push(...(page.BackupSummaries ?? []).filter(({ BackupStatus }) => BackupStatus !== 'DELETED'));
    from = page.LastEvaluatedBackupArn;
  } while (from !== undefined);
  return found;
}
