import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  PutItemCommand,
  type AttributeValue,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { canonicalJson } from '../core/canonical';
import type { Instant } from '../core/event/event';
import type { Problem } from '../core/records/effective-log';
import {
  logEntrySchema,
  measurementSchema,
  type LogEntry,
  type Measurement,
  type RoundRecord,
} from '../core/records/records';
import { mergedMeasurement } from '../core/scorer/merge';
import type { RoundStore, TeamRound } from '../core/scorer/ports';
import type { ClientOptions } from './client-options';
import { eventTable, logKey, logPrefix, roundKey, roundPrefix } from './event-table';

const { partitionKey, sortKey, record } = eventTable;

/** Races of two writers for one round and team end after as many tries as there are writers; more says that something else is wrong. */
const TRIES = 5;

/** One round and team as it is kept in the table. */
const keptRoundSchema = z.strictObject({
  round: z.number().int().nonnegative(),
  startsAt: z.iso.datetime({ offset: true }),
  team: z.string().min(1),
  measurement: measurementSchema,
});
type KeptRound = z.infer<typeof keptRoundSchema>;

/**
 * Rounds and log of one event in its table. What lies there and is no record is reported to `problem` and left out: one bad item
 * never stops a fold.
 */
export class EventRecords implements RoundStore {
  private readonly client: DynamoDBClient;

  constructor(
    private readonly table: string,
    private readonly event: string,
    private readonly problem: (problem: Problem) => void,
    options: ClientOptions = {},
  ) {
    this.client = new DynamoDBClient(options);
  }

  /** The log, in order of instants. @param since entries of this instant and later; all when left out */
  async log(since?: Instant): Promise<readonly LogEntry[]> {
    const from = since === undefined ? logPrefix : logKey(new Date(since).toISOString(), '');
    return (await this.query(logPrefix, from)).flatMap((text) => this.tryRead(text, logEntrySchema) ?? []);
  }

  /** Writes an entry unless one of its id and instant is there: those that are written twice are one entry. */
  async append(entry: LogEntry): Promise<void> {
    try {
      await this.client.send(
        new PutItemCommand({
          TableName: this.table,
          Item: { ...this.key(logKey(entry.at, entry.id)), [record]: { S: JSON.stringify(entry) } },
          ConditionExpression: `attribute_not_exists(${partitionKey})`,
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** @param since the first round to read */
  async all(since = 0): Promise<readonly RoundRecord[]> {
    const rounds = new Map<number, { round: number; startsAt: string; teams: Record<string, Measurement> }>();
    for (const text of await this.query(roundPrefix, roundKey(since, ''))) {
      const kept = this.tryRead(text, keptRoundSchema);
      if (kept === undefined) continue;
      const { round, startsAt, team, measurement } = kept;
      const known = rounds.get(round) ?? { round, startsAt, teams: {} };
      rounds.set(round, known);
      known.teams[team] = measurement;
    }
    return [...rounds.values()];
  }

  /**
   * Written as if nobody had measured the round before; where somebody has, what is there is merged and replaced only while it still is
   * what was read. Whoever loses a race merges with what won.
   */
  async put({ round, team, startsAt, measurement }: TeamRound): Promise<void> {
    const key = this.key(roundKey(round, team));
    let before: string | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const known = before === undefined ? undefined : this.tryRead(before, keptRoundSchema);
      // What was measured at another time is of another round of that number, before a start or a pause was corrected.
      const isSame = known !== undefined && Date.parse(known.startsAt) === startsAt;
      const kept: KeptRound = {
        round,
        startsAt: new Date(startsAt).toISOString(),
        team,
        measurement: mergedMeasurement(isSame ? known.measurement : undefined, measurement),
      };
      const after = canonicalJson(kept);
      if (after === before) return;
      try {
        await this.client.send(new PutItemCommand(this.replacement(key, before, after)));
        return;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || attempt === TRIES) throw error;
        before = (error.Item ?? (await this.get(key)))?.[record]?.S;
      }
    }
  }

  private replacement(
    key: Record<string, AttributeValue>,
    before: string | undefined,
    after: string,
  ): PutItemCommandInput {
    return {
      TableName: this.table,
      Item: { ...key, [record]: { S: after } },
      // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ExpressionAttributeNames: { '#record': record },
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(#record)' }
        : { ConditionExpression: '#record = :before', ExpressionAttributeValues: { ':before': { S: before } } }),
    };
  }

  private async get(key: Record<string, AttributeValue>): Promise<Record<string, AttributeValue> | undefined> {
    const { Item: item } = await this.client.send(
      new GetItemCommand({ TableName: this.table, Key: key, ConsistentRead: true }),
    );
    return item;
  }

  private key(sort: string): Record<string, AttributeValue> {
    return { [partitionKey]: { S: this.event }, [sortKey]: { S: sort } };
  }

  /** What lies below a prefix, from a sort key on. */
  private async query(prefix: string, from: string): Promise<string[]> {
    const texts: string[] = [];
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: this.table,
        KeyConditionExpression: `${partitionKey} = :event AND ${sortKey} BETWEEN :from AND :last`,
        ExpressionAttributeValues: {
          ':event': { S: this.event },
          ':from': { S: from },
          // Sorts behind every key that begins with the prefix.
          ':last': { S: `${prefix}\uffff` },
        },
        ProjectionExpression: '#record',
        ExpressionAttributeNames: { '#record': record },
        // A tick folds what it has just written.
        ConsistentRead: true,
      },
    );
    for await (const { Items: items } of pages) {
      for (const item of items ?? []) texts.push(item[record]?.S ?? '');
    }
    return texts;
  }

  private tryRead<T>(text: string, schema: z.ZodType<T>): T | undefined {
    const result = schema.safeParse(tryParse(text));
    if (result.success) return result.data;
    this.problem({ about: 'table', message: `holds an item that is no record: ${text.slice(0, 60)}` });
    return undefined;
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
