import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Receipt } from './documents';
import type { BookingTable } from './table';

/** Bookings in DynamoDB: the id is the key, the receipt is kept as the JSON that customers get. */
export function dynamoTable(name: string): BookingTable {
  // Two attempts: under throttling a third would only come after the customer has left.
  const client = new DynamoDBClient({ maxAttempts: 2 });
  return {
    async put(receipt) {
      const Item = { id: { S: receipt.id }, receipt: { S: JSON.stringify(receipt) } };
      await client.send(new PutItemCommand({ TableName: name, Item }));
    },
    async tryGet(id) {
      const { Item } = await client.send(
        // A customer reads the booking right after making it, so an eventually consistent read would be wrong.
        new GetItemCommand({ TableName: name, Key: { id: { S: id } }, ConsistentRead: true }),
      );
      const text = Item?.['receipt']?.S;
      return text === undefined ? undefined : (JSON.parse(text) as Receipt);
    },
  };
}
