import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  paginateQuery,
  PutItemCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateContinuousBackupsCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { GameDayError } from '../../core/errors';
import type { ClientOptions } from '../../aws/client-options';
import { accountRecordSchema, type AccountRecord } from '../account-record';
import type { AccountRecords } from '../ports';

/** In the organizer's account, in the region of the event. */
export const recordTable = 'gameday-accounts';

/** Digits of a slot in the sort key: an organization may have 10,000 accounts at most. */
const SLOT_DIGITS = 5;
/** A new table is there within seconds; minutes say that something is wrong. */
const TABLE_SECONDS = 120;

/**
 * Records of pools in a DynamoDB table that is made when the first record is saved. `pk` is the pool, `sk` the slot; the record itself
 * is JSON in `record`, and its version stands beside it for the condition of each save.
 */
export class RecordTable implements AccountRecords {
  private readonly client: DynamoDBClient;
  private table: Promise<void> | undefined;

  constructor(options: ClientOptions) {
    this.client = new DynamoDBClient(options);
  }

  /** Throws `BadFile` for an item that is no record: an account behind it must not be forgotten. */
  async list(pool: string): Promise<readonly AccountRecord[]> {
    const records: AccountRecord[] = [];
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: recordTable,
        KeyConditionExpression: 'pk = :pool',
        ExpressionAttributeValues: { ':pool': { S: pool } },
        ConsistentRead: true,
      },
    );
    try {
      for await (const { Items: items } of pages) {
        for (const item of items ?? []) records.push(recordOf(item['record']?.S ?? ''));
      }
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return [];
      throw error;
    }
    return records;
  }

  async save(record: AccountRecord): Promise<AccountRecord> {
    const next = { ...record, version: record.version + 1 };
    if (record.version === 0) await (this.table ??= this.ensureTable());
    await this.put(next, record.version);
    return next;
  }

  private async put(next: AccountRecord, before: number): Promise<void> {
    const text = JSON.stringify(next);
    try {
      await this.client.send(
        new PutItemCommand({
          TableName: recordTable,
          Item: {
            pk: { S: next.pool },
            sk: { S: String(next.slot).padStart(SLOT_DIGITS, '0') },
            record: { S: text },
            version: { N: String(next.version) },
          },
          // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          ...(before === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': { N: String(before) } },
              }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // Our own first try, whose answer was lost.
      if (error.Item?.['record']?.S === text) return;
      throw new GameDayError(
        'RecordConflict',
        `Somebody else changed the record of account ${next.slot} of pool ${next.pool} at the same moment.`,
        'Wait until the other command is done, then repeat this one.',
        { cause: error },
      );
    }
  }

  /** Also when the table is there already: a run that ended behind its creation left it without backups. */
  private async ensureTable(): Promise<void> {
    try {
      await this.client.send(
        new CreateTableCommand({
          TableName: recordTable,
          AttributeDefinitions: [
            { AttributeName: 'pk', AttributeType: 'S' },
            { AttributeName: 'sk', AttributeType: 'S' },
          ],
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
        }),
      );
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    await waitUntilTableExists(
      { client: this.client, minDelay: 1, maxDelay: 5, maxWaitTime: TABLE_SECONDS },
      { TableName: recordTable },
    );
    await this.client.send(
      new UpdateContinuousBackupsCommand({
        TableName: recordTable,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
  }
}

function recordOf(text: string): AccountRecord {
  const result = accountRecordSchema.safeParse(tryParse(text));
  if (result.success) return result.data;
  throw new GameDayError(
    'BadFile',
    `The table ${recordTable} holds something that is no record of an account: ${text.slice(0, 80)}`,
    'Restore the item from the table’s backup; accounts that are not recorded are found by: npx gameday accounts doctor',
  );
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
