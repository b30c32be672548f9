import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  paginateQuery,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { ClientOptions } from '../../aws/client-options';
import { codeKey, codePrefix, eventTable } from '../../aws/event-table';
import { canonicalJson } from '../../core/canonical';
import { GameDayError } from '../../core/errors';
import { codeRecordSchema, type CodeRecord } from '../code-record';
import type { TeamCodes } from '../ports';

const { partitionKey, sortKey, record } = eventTable;

/** Codes in the event's table, beside its rounds and log. */
export class TeamCodeTable implements TeamCodes {
  private readonly client: DynamoDBClient;

  /** @param event the event's id */
  constructor(
    private readonly table: string,
    private readonly event: string,
    options: ClientOptions = {},
  ) {
    this.client = new DynamoDBClient(options);
  }

  async all(): Promise<readonly CodeRecord[]> {
    const records: CodeRecord[] = [];
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: this.table,
        KeyConditionExpression: `${partitionKey} = :event AND begins_with(${sortKey}, :prefix)`,
        ExpressionAttributeValues: { ':event': { S: this.event }, ':prefix': { S: codePrefix } },
        // A code that was replaced a moment ago must not let anybody in.
        ConsistentRead: true,
      },
    );
    for await (const { Items: items } of pages) {
      for (const item of items ?? []) records.push(codeRecordSchema.parse(JSON.parse(item[record]?.S ?? '')));
    }
    return records;
  }

  async replace(before: CodeRecord | undefined, after: CodeRecord): Promise<void> {
    try {
      await this.client.send(new PutItemCommand(this.replacement(before, after)));
    } catch (cause) {
      if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
      throw new GameDayError(
        'RecordConflict',
        `Somebody else gave team ${after.team} a code at this moment.`,
        'Ask who it was, then repeat the command: only the newest code lets anybody in.',
        { cause },
      );
    }
  }

  private replacement(before: CodeRecord | undefined, after: CodeRecord): PutItemCommandInput {
    return {
      TableName: this.table,
      Item: {
        [partitionKey]: { S: this.event },
        [sortKey]: { S: codeKey(after.team) },
        [record]: { S: canonicalJson(after) },
      },
      ExpressionAttributeNames: { '#record': record },
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(#record)' }
        : {
            ConditionExpression: '#record = :before',
            ExpressionAttributeValues: { ':before': { S: canonicalJson(before) } },
          }),
    };
  }
}
