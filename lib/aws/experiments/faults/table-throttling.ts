import {
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { Refusal } from '../../../core/experiments/executor';
import type { FaultPlan } from '../plan';
import type { TeamStack } from '../team-stack';

/** The least that a table can have: what is asked beyond one read and one write a second is throttled. */
const fewUnits = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } as const;

/**
 * Gives a table the least of units. A share of calls cannot be had on AWS, which throttles by rate alone and lets five minutes of unused
 * units through first: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html
 */
export async function tableThrottling(stack: TeamStack, role: string): Promise<FaultPlan | Refusal> {
  const client = stack.client(DynamoDBClient);
  const [TableName] = await stack.tables(role);
  if (TableName === undefined) return { refused: `the stack has no table ${role}` };
  const { Table: table = {} } = await client.send(new DescribeTableCommand({ TableName }));
  if (hasFewUnits(table)) return { refused: `${TableName} has the least of units already` };
  const { ReadCapacityUnits = 1, WriteCapacityUnits = 1 } = table.ProvisionedThroughput ?? {};
  return {
    by: 'calls',
    targets: [{ kind: 'table', name: table.TableArn ?? TableName }],
    reverts: [
      {
        action: 'dynamodb:updateTable',
        input: isOnDemand(table)
          ? { TableName, BillingMode: 'PAY_PER_REQUEST' }
          : { TableName, BillingMode: 'PROVISIONED', ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits } },
      },
    ],
    apply: async () => {
      await client.send(
        new UpdateTableCommand({ TableName, BillingMode: 'PROVISIONED', ProvisionedThroughput: fewUnits }),
      );
    },
  };
}

/** True while the table is as the fault leaves it. */
export const hasFewUnits = (table: TableDescription): boolean =>
  !isOnDemand(table) &&
  table.ProvisionedThroughput?.ReadCapacityUnits === fewUnits.ReadCapacityUnits &&
  table.ProvisionedThroughput.WriteCapacityUnits === fewUnits.WriteCapacityUnits;

const isOnDemand = ({ BillingModeSummary: billing }: TableDescription): boolean =>
  billing?.BillingMode === 'PAY_PER_REQUEST';
