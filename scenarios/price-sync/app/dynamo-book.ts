import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { PriceBook } from './price-book';

/** Prices in DynamoDB, by the number of the product. */
export function dynamoBook(name: string, client = new DynamoDBClient({ maxAttempts: 3 })): PriceBook {
  return {
    async put({ product, slot, cents }) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: name,
            Item: { product: { N: `${product}` }, slot: { N: `${slot}` }, cents: { N: `${cents}` } },
            // Messages come twice and in any order: an older price must never take the place of a newer one.
            ConditionExpression: 'attribute_not_exists(product) OR slot < :slot',
            ExpressionAttributeValues: { ':slot': { N: `${slot}` } },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async get(products) {
      const Keys = products.map((product) => ({ product: { N: `${product}` } }));
      const { Responses = {}, UnprocessedKeys = {} } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
      );
      // Throttled: half a shelf would be a wrong page.
      if (Object.keys(UnprocessedKeys).length > 0) throw new Error(`${name} is asked too much`);
      return (Responses[name] ?? []).map(({ product, slot, cents }) => ({
        product: Number(product?.N),
        slot: Number(slot?.N),
        cents: Number(cents?.N),
      }));
    },
  };
}
