import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { ServedTaskTier } from '../../../lib/constructs/task-tier';
import type { TierProps } from '../../../lib/constructs/tier';

interface BookingsProps extends TierProps {
  readonly table: dynamodb.Table;
}

/** Bookings and receipts, on Fargate tasks over both zones. */
export class Bookings extends ServedTaskTier {
  constructor(scope: Construct, id: string, { table, ...props }: BookingsProps) {
    super(scope, id, {
      ...props,
      tier: 'bookings',
      cpu: 512,
      memoryMib: 1024,
      minTasks: 2,
      maxTasks: 8,
      environment: { TABLE: table.tableName },
    });
    table.grant(this.taskDefinition.taskRole, 'dynamodb:GetItem', 'dynamodb:PutItem');
  }
}
