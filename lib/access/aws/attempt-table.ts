import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { ClientOptions } from '../../aws/client-options';
import { attemptKey, eventTable } from '../../aws/event-table';
import type { Attempts } from '../ports';

const { partitionKey, sortKey, expires } = eventTable;

/** Counts are asked for within their minute; deleting them may wait. */
const KEPT_SECONDS = 3600;

/** Counts of tries in the event's table: every server sees the same. */
export class AttemptTable implements Attempts {
  private readonly client: DynamoDBClient;

  /** @param event the event's id */
  constructor(
    private readonly table: string,
    private readonly event: string,
    options: ClientOptions = {},
  ) {
    this.client = new DynamoDBClient(options);
  }

  async add(key: string, minute: number, by: 1 | -1): Promise<number> {
    const { Attributes: after } = await this.client.send(
      new UpdateItemCommand({
        TableName: this.table,
        Key: { [partitionKey]: { S: this.event }, [sortKey]: { S: attemptKey(minute, key) } },
        // ADD is atomic: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html
        UpdateExpression: 'ADD #tries :by SET #expires = :expires',
        ExpressionAttributeNames: { '#tries': 'tries', '#expires': expires },
        ExpressionAttributeValues: {
          ':by': { N: String(by) },
          ':expires': { N: String(minute * 60 + KEPT_SECONDS) },
        },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(after?.['tries']?.N);
  }
}
