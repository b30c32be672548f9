import { jsonError, ok, type Answer, type Call } from './fake-aws';

type Item = Readonly<Record<string, { readonly S: string }>>;
interface Input {
  readonly Key: Item;
  readonly Item: Item;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues: Item;
  readonly ExclusiveStartKey?: Item;
  readonly KeyConditionExpression: string;
}

/** A DynamoDB table as far as records need it: queries by prefix in pages, and puts under two conditions. */
export class FakeTable {
  readonly items = new Map<string, Item>();
  /** Called before each put is decided: the moment in which another writer is faster. */
  beforePut: (key: string) => void = () => undefined;

  private sorted: readonly string[] = [];

  constructor(private readonly pageItems = 40) {}

  readonly answer = ({ action, body }: Call): Answer => {
    const input = JSON.parse(body) as Input;
    switch (action) {
      case 'Query':
        return this.query(input);
      case 'GetItem':
        return ok({ Item: this.items.get(keyOf(input.Key)) });
      case 'PutItem':
        return this.put(input);
      default:
        throw new Error(`unexpected call: DynamoDB ${action}`);
    }
  };

  /** Sorted once for all pages. */
  private sortedKeys(): readonly string[] {
    if (this.sorted.length !== this.items.size) this.sorted = [...this.items.keys()].sort();
    return this.sorted;
  }

  private query({ ExpressionAttributeValues: values, ExclusiveStartKey: after }: Input): Answer {
    const at = (name: string): string => `${values[':event']!.S}\n${values[name]!.S}`;
    const keys = this.sortedKeys().filter((key) =>
      ':prefix' in values ? key.startsWith(at(':prefix')) : key >= at(':from') && key <= at(':last'),
    );
    const rest = after === undefined ? keys : keys.filter((key) => key > keyOf(after));
    const page = rest.slice(0, this.pageItems).map((key) => this.items.get(key)!);
    const { pk, sk } = page.at(-1) ?? {};
    return ok({ Items: page, ...(rest.length > this.pageItems ? { LastEvaluatedKey: { pk, sk } } : {}) });
  }

  private put({ Item: item, ConditionExpression: condition, ExpressionAttributeValues: values }: Input): Answer {
    const key = keyOf(item);
    this.beforePut(key);
    const known = this.items.get(key);
    const holds =
      condition === '#record = :before'
        ? known?.['record']?.S === values[':before']?.S
        : condition?.startsWith('attribute_not_exists(')
          ? known === undefined
          : never(condition);
    if (!holds) return jsonError('com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', { Item: known });
    this.items.set(key, item);
    return ok({});
  }
}

const keyOf = ({ pk, sk }: Item): string => `${pk!.S}\n${sk!.S}`;

function never(condition: string | undefined): never {
  throw new Error(`unexpected condition: ${condition}`);
}
